package chat.beseda.archive;

import chat.beseda.archive.SqlArchiveSearch.Wanted;
import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.operators.OperatorId;
import chat.beseda.settings.Lateness;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds conversations again. What was said some seconds ago may not be found yet. Blocks; thread-safe. */
public final class Archive {
    private static final int COUNTED = 1_000;
    private static final int CHOICES = 200;
    private static final int HITS = 200;
    private static final int SHOWN = 3;

    private final Database database;
    private final Conversations conversations;
    private final Audit audit;
    private final SqlArchiveSearch search;

    public Archive(Database database, Conversations conversations, Audit audit) {
        this.database = database;
        this.audit = audit;
        this.conversations = conversations;
        this.search = new SqlArchiveSearch(database.dialect());
    }

    /** In which order conversations are found. */
    public enum Order {
        TIME,
        RANK
    }

    /**
     * What is asked.
     *
     * @param sought null for whatever was said
     * @param late which answers are told as late
     */
    public record Question(ArchiveFilter filter, @Nullable Sought sought, Side side, Order order, Lateness late) {

        /** The same, the newest first. */
        public Question byTime() {
            return new Question(filter, sought, side, Order.TIME, late);
        }
    }

    /**
     * Some of what was found.
     *
     * @param next from where the next page goes on; null after the last one
     */
    public record Page(
            List<Archived> conversations, @Nullable Long next) {}

    /**
     * How many there are.
     *
     * @param more whether counting stopped there
     */
    public record Total(int count, boolean more) {}

    /** How much of it there is, counted to the end. */
    public record Size(long conversations, long messages) {}

    /** A value of a filter, and how many conversations have it. */
    public record Choice(String name, int count) {}

    /** A city, and how many conversations came from there. */
    public record City(Archived.Origin origin, int count) {}

    /** An offer that an operator let go, or said no to. */
    public record LostOffer(ConversationId conversation, OperatorId operator, long at, boolean missed) {}

    /**
     * A message with what was looked for.
     *
     * @param text a piece of it around the first mark
     */
    public record Hit(long seq, long at, @Nullable OperatorId operator, String text, List<Sought.Mark> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What was found in a conversation.
     *
     * @param first the first of them, with their words
     */
    public record Hits(List<Hit> first, List<Long> seqs) {}

    /** A page of what was found. By time it goes on below an id, by rank after so many; nothing for the first one. */
    public Page find(Question question, @Nullable Long from, int limit) {
        Wanted wanted = wanted(question);
        if (wanted.filter().sites().isEmpty()) {
            return new Page(List.of(), null);
        }
        boolean ranked = question.order() == Order.RANK && question.sought() != null;
        return database.read(handle -> {
            List<Archived> found = ranked
                    ? search.best(handle, wanted, from == null ? 0 : from.intValue(), limit + 1)
                    : search.newest(handle, wanted, from == null ? Long.MAX_VALUE : from, limit + 1);
            boolean more = found.size() > limit;
            List<Archived> page = found.subList(0, Math.min(limit, found.size()));
            long next = ranked
                    ? (from == null ? 0 : from) + limit
                    : page.isEmpty() ? 0 : page.getLast().id().value();
            return new Page(search.complete(handle, page, question.late()), more ? Long.valueOf(next) : null);
        });
    }

    public Total count(Question question) {
        if (question.filter().sites().isEmpty()) {
            return new Total(0, false);
        }
        int count = database.read(handle -> search.count(handle, wanted(question), COUNTED + 1));
        return new Total(Math.min(COUNTED, count), count > COUNTED);
    }

    public Size size(Question question) {
        return question.filter().sites().isEmpty()
                ? new Size(0, 0)
                : database.read(handle -> search.size(handle, wanted(question)));
    }

    /** Writes down that somebody took so much of it away. */
    public void exported(Actor by, String format, long rows) {
        database.write(tx -> {
            audit.write(tx, by, "archive.exported", format, Map.of("rows", Long.toString(rows)));
            return true;
        });
    }

    /** Every message of a conversation, in order. */
    public List<Summary.Said> said(ConversationId id) {
        return conversations
                .byId(id)
                .map(conversation -> Summary.of(
                                conversation,
                                PublicLog.of(conversation.id(), conversations),
                                (from, until) -> until - from)
                        .said())
                .orElse(List.of());
    }

    private Wanted wanted(Question question) {
        Sought sought = question.sought();
        List<List<String>> facets = Facets.of(question.filter());
        // Without words the index still knows who had what; of a site alone the table itself is as quick.
        boolean indexed = sought != null || facets.size() > 1;
        return new Wanted(
                question.filter(),
                indexed ? IndexedWords.query(sought, question.side(), facets, database.dialect()) : null);
    }

    /** Some conversations by their ids, of these sites. */
    public List<Archived> byIds(Collection<ConversationId> ids, Lateness late) {
        return database.read(handle -> search.complete(handle, search.byIds(handle, ids), late));
    }

    /** Where in a conversation the wanted things are: the first messages with their words, and the numbers of all. */
    public Hits hits(ConversationId id, Sought sought, Side side) {
        var stems = new Stems();
        var first = new ArrayList<Hit>();
        var seqs = new ArrayList<Long>();
        for (Event event : PublicLog.of(id, conversations)) {
            if (seqs.size() == HITS) {
                break;
            }
            if (!(event.body() instanceof EventBody.Message message) || !isOf(event.author(), side)) {
                continue;
            }
            String text = Stems.whole(message.inALine());
            List<Sought.Mark> marks = sought.marks(text, stems);
            if (!marks.isEmpty()) {
                seqs.add(event.seq());
                if (first.size() < SHOWN) {
                    OperatorId operator = event.author() instanceof Author.OfOperator(OperatorId who) ? who : null;
                    first.add(Snippet.of(event.seq(), event.at(), operator, text, marks));
                }
            }
        }
        return new Hits(List.copyOf(first), List.copyOf(seqs));
    }

    private static boolean isOf(Author author, Side side) {
        return switch (author) {
            case Author.OfVisitor() -> side != Side.OPERATOR;
            case Author.OfOperator _ -> side != Side.VISITOR;
            case Author.OfSystem() -> false;
        };
    }

    /** The stretches of these operators that touch a time, by conversation. */
    public Map<ConversationId, List<Holding>> holdings(
            Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return database.read(handle -> search.holdings(handle, operators, sites, from, until));
    }

    public List<LostOffer> lostOffers(Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return database.read(handle -> search.lostOffers(handle, operators, sites, from, until));
    }

    /** Those that people came from, the most frequent first. */
    public List<City> cities(Set<SiteId> sites) {
        return sites.isEmpty() ? List.of() : database.read(handle -> search.cities(handle, sites, CHOICES));
    }

    public List<Choice> sources(Set<SiteId> sites) {
        return choices("source", sites);
    }

    public List<Choice> languages(Set<SiteId> sites) {
        return choices("language", sites);
    }

    private List<Choice> choices(String column, Set<SiteId> sites) {
        return sites.isEmpty() ? List.of() : database.read(handle -> search.choices(handle, column, sites, CHOICES));
    }
}

package chat.beseda.archive;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    private final Notes notes;
    private final SqlArchiveSearch search;

    /** @param names what operators are called now, empty where nobody knows */
    public Archive(Database database, Conversations conversations, Audit audit, Function<OperatorId, String> names) {
        this.database = database;
        this.notes = new Notes(conversations, names);
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
     * @param notes whether it is also looked for in what operators wrote to each other
     * @param late from which wait on an answer is told as late, in milliseconds
     */
    public record Question(
            ArchiveFilter filter, @Nullable Sought sought, Side side, boolean notes, Order order, long late) {

        /** The same, the newest first. */
        public Question byTime() {
            return new Question(filter, sought, side, notes, Order.TIME, late);
        }

        Set<Voice> voices() {
            EnumSet<Voice> voices = switch (side) {
                case BOTH -> EnumSet.of(Voice.VISITOR, Voice.OPERATOR);
                case VISITOR -> EnumSet.of(Voice.VISITOR);
                case OPERATOR -> EnumSet.of(Voice.OPERATOR);
            };
            if (notes) {
                voices.add(Voice.NOTE);
            }
            return voices;
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
    public record Size(long conversations, long messages, long notes) {}

    /** A value of a filter, and how many conversations have it. */
    public record Choice(String name, int count) {}

    /** A city, and how many conversations came from there. */
    public record City(Archived.Origin origin, int count) {}

    /** An offer that an operator let go, or said no to. */
    public record LostOffer(ConversationId conversation, OperatorId operator, long at, boolean missed) {}

    /**
     * A message or a note with what was looked for.
     *
     * @param said all of it, or a piece of it around the first mark
     */
    public record Hit(Summary.Said said, List<Sought.Mark> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What was found in a conversation.
     *
     * @param first the first of them, with their words
     * @param all in the order in which they were said, without their words
     */
    public record Hits(List<Hit> first, List<Place> all) {
        public static final Hits NONE = new Hits(List.of(), List.of());
    }

    /** Where something was said: a message of the public stream, or a note of the internal one. */
    public record Place(boolean note, long seq) {}

    /** A page of what was found. By time it goes on below an id, by rank after so many; nothing for the first one. */
    public Page find(Question question, @Nullable Long from, int limit) {
        SqlWanted wanted = wanted(question);
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
                ? new Size(0, 0, 0)
                : database.read(handle -> search.size(handle, wanted(question)));
    }

    /** Writes down that somebody took so much of it away. */
    public void exported(Actor by, String format, long rows) {
        database.write(tx -> {
            audit.write(tx, by, "archive.exported", format, Map.of("rows", Long.toString(rows)));
            return true;
        });
    }

    /**
     * What an operator wrote to others.
     *
     * @param seq of the internal stream
     * @param text with those mentioned as <code>&#64;{id}</code>
     * @param reply seq of the message it is about
     */
    public record Note(
            long seq,
            long at,
            OperatorId operator,
            String text,
            @Nullable Long reply) {}

    /** What operators wrote to each other beside a conversation, in order. */
    public List<Note> notes(ConversationId id) {
        return notes.of(id);
    }

    /** Every message of a conversation, in order. */
    public List<Summary.Said> said(ConversationId id) {
        return conversations
                .byId(id)
                .map(conversation -> Summary.of(conversation, StreamLog.of(id, Stream.PUBLIC, conversations))
                        .said())
                .orElse(List.of());
    }

    /** The same with what operators wrote to each other meanwhile. */
    public List<Summary.Said> saidWithNotes(ConversationId id) {
        var all = new ArrayList<>(said(id));
        all.addAll(notes.said(id));
        all.sort(Comparator.comparingLong(Summary.Said::at));
        return all;
    }

    private SqlWanted wanted(Question question) {
        Sought sought = question.sought();
        List<List<String>> facets = Facets.of(question.filter());
        // Without words the index still knows who had what; of a site alone the table itself is as quick.
        boolean indexed = sought != null || facets.size() > 1;
        return new SqlWanted(
                question.filter(),
                indexed ? IndexedWords.query(sought, question.voices(), facets, database.dialect()) : null,
                database.dialect());
    }

    /** Some conversations by their ids, of these sites. */
    public List<Archived> byIds(Collection<ConversationId> ids, long late) {
        return database.read(handle -> search.complete(handle, search.byIds(handle, ids), late));
    }

    /** Where in a conversation is what was asked for: the first places with their words, and all of them. */
    public Hits hits(ConversationId id, Question question) {
        Sought sought = question.sought();
        if (sought == null) {
            return Hits.NONE;
        }
        var stems = new Stems();
        Set<Voice> voices = question.voices();
        var first = new ArrayList<Hit>();
        var all = new ArrayList<Place>();
        for (Summary.Said said : question.notes() ? saidWithNotes(id) : said(id)) {
            if (all.size() == HITS) {
                break;
            }
            List<Sought.Mark> marks =
                    voices.contains(Voice.of(said)) ? sought.marks(Stems.whole(said.text()), stems) : List.of();
            if (!marks.isEmpty()) {
                all.add(new Place(said.note(), said.seq()));
                if (first.size() < SHOWN) {
                    first.add(Snippet.of(said, marks));
                }
            }
        }
        return new Hits(List.copyOf(first), List.copyOf(all));
    }

    /** The stretches of these operators that touch a time, by conversation. */
    public Map<ConversationId, List<Holding>> holdings(
            Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return database.read(handle -> SqlWorkingDays.holdings(handle, operators, sites, from, until));
    }

    public List<LostOffer> lostOffers(Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return database.read(handle -> SqlWorkingDays.lostOffers(handle, operators, sites, from, until));
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

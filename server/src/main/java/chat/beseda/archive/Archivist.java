package chat.beseda.archive;

import chat.beseda.archive.Archived.Origin;
import chat.beseda.archive.SqlArchiveStore.Beside;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Stream;
import chat.beseda.geo.Place;
import chat.beseda.ratings.ConversationRated;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.StorageTrouble;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums conversations up for the archive: at once when they end, and while they go on some seconds after something was said. It works
 * beside the messages, never before them: a few conversations at a time, and not at all while other writes wait. What it missed, as
 * the server ended, it finds by comparing. Thread-safe.
 */
public final class Archivist {
    private static final Logger log = LoggerFactory.getLogger(Archivist.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** How long words may be unknown to the archive while a conversation goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** Of one commit: a message that comes meanwhile waits for no more. */
    private static final int AT_ONCE = 4;

    private static final int MOST_A_LOOK = 40;
    private static final int WRITES_BEFORE_US = 16;
    private static final int COMPARED = 100;

    private final Database database;
    private final Conversations conversations;
    private final InstantSource clock;
    private final SqlArchiveStore store;
    private final Notes notes;
    private final Function<VisitorId, @Nullable Place> places;
    /** What changed, and when it is to be summed up. */
    private final Map<ConversationId, Long> changed = new LinkedHashMap<>();
    /** What was opened since, and where its visitor was then. */
    private final Map<ConversationId, Origin> origins = new LinkedHashMap<>();

    /** Below this id nobody has compared yet; 0 when all is compared. */
    private long uncompared = Long.MAX_VALUE;

    /** @param places where a visitor is now, as far as anybody knows; from memory */
    public Archivist(
            Database database,
            Conversations conversations,
            Function<VisitorId, @Nullable Place> places,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.places = places;
        this.clock = clock;
        this.store = new SqlArchiveStore(database.dialect());
        this.notes = new Notes(conversations, operator -> "");
    }

    /** Follows conversations until the timers stop. */
    public void keep(Bus bus, Timers timers) {
        bus.subscribe(ConversationChanged.class, this::heard);
        bus.subscribe(ConversationRated.class, news -> later(news.conversation().id(), clock.millis()));
        if (database.read(store::isEmpty)) {
            clear();
        }
        timers.every(LOOK, this::work);
    }

    /** Forgets all and begins anew; nothing is lost but time. */
    public void clear() {
        database.write(tx -> {
            store.clear(tx.handle());
            return true;
        });
        compareAgain();
    }

    private synchronized void compareAgain() {
        uncompared = Long.MAX_VALUE;
    }

    private synchronized void heard(ConversationChanged news) {
        Conversation now = news.now();
        boolean over = now instanceof Conversation.Closed;
        later(now.id(), clock.millis() + (over ? 0 : PATIENCE.toMillis()));
        if (news.events().stream().anyMatch(event -> event.stream() == Stream.PUBLIC && event.seq() == 1)) {
            Place place = places.apply(now.facts().visitor());
            if (place != null) {
                origins.put(now.id(), origin(place));
            }
        }
    }

    private static Origin origin(Place place) {
        return new Origin(
                place.country(),
                Objects.requireNonNullElse(place.region(), ""),
                Objects.requireNonNullElse(place.city(), ""));
    }

    /** What waits already is not put off. */
    private synchronized void later(ConversationId id, long at) {
        changed.merge(id, at, Math::min);
    }

    /** Sums up what is due, then some of what was never compared. */
    void work() {
        List<ConversationId> next = List.of();
        try {
            for (int done = 0; done < MOST_A_LOOK && database.writesWaiting() < WRITES_BEFORE_US; done += AT_ONCE) {
                next = due();
                if (next.isEmpty()) {
                    next = behind(AT_ONCE);
                }
                if (next.isEmpty()) {
                    return;
                }
                sumUp(next, AT_ONCE);
            }
        } catch (StorageException trouble) {
            if (trouble.trouble() == StorageTrouble.CLOSING) {
                // The server ends: what is missing is found by comparing when it runs again.
                return;
            }
            log.atWarn().setCause(trouble).log("archive.behind");
            long again = clock.millis() + PATIENCE.toMillis();
            next.forEach(id -> later(id, again));
        }
    }

    /** Sums up everything that isn't, however long that takes. */
    public void catchUp() {
        catchUp(done -> {});
    }

    /**
     * The same where nobody waits for the writer.
     *
     * @param each is told how many more are summed up, again and again
     */
    public void catchUp(IntConsumer each) {
        for (List<ConversationId> next = behind(COMPARED); !next.isEmpty(); next = behind(COMPARED)) {
            sumUp(next, COMPARED);
            each.accept(next.size());
        }
        database.write(tx -> {
            store.settle(tx.handle());
            return true;
        });
    }

    /** How many conversations there are to sum up in all. */
    public long all() {
        return database.read(store::all);
    }

    private synchronized List<ConversationId> due() {
        long now = clock.millis();
        List<ConversationId> due = changed.entrySet().stream()
                .filter(each -> each.getValue() <= now)
                .map(Map.Entry::getKey)
                .limit(AT_ONCE)
                .toList();
        due.forEach(changed::remove);
        return due;
    }

    private List<ConversationId> behind(int limit) {
        long from = compared();
        if (from == 0) {
            return List.of();
        }
        List<ConversationId> behind = database.read(handle -> store.behind(handle, from, limit));
        comparedTo(behind.isEmpty() ? 0 : behind.getLast().value());
        return behind;
    }

    private synchronized long compared() {
        return uncompared;
    }

    private synchronized void comparedTo(long id) {
        uncompared = id;
    }

    private void sumUp(List<ConversationId> ids, int atOnce) {
        for (int from = 0; from < ids.size(); from += atOnce) {
            List<Read> read = ids.subList(from, Math.min(ids.size(), from + atOnce)).stream()
                    .flatMap(id -> read(id).stream())
                    .toList();
            database.write(tx -> {
                read.forEach(each ->
                        store.put(tx.handle(), each.conversation(), each.summary(), each.beside(), each.words()));
                return read.size();
            });
        }
    }

    private record Read(Conversation conversation, Summary summary, Beside beside, List<String> words) {}

    /** The log may have grown since its conversation was read: of that comes news, or comparing finds it. */
    private Optional<Read> read(ConversationId id) {
        keepOrigin(id);
        return conversations.byId(id).map(conversation -> {
            Summary summary = Summary.of(conversation, StreamLog.of(id, Stream.PUBLIC, conversations));
            List<Summary.Said> said = notes.said(id);
            Beside beside = database.read(handle -> store.beside(handle, conversation, said.size()));
            said.addAll(0, summary.said());
            return new Read(
                    conversation, summary, beside, IndexedWords.of(said, Facets.of(conversation, summary, beside)));
        });
    }

    private void keepOrigin(ConversationId id) {
        Origin origin = takeOrigin(id);
        if (origin != null) {
            database.write(tx -> {
                store.putOrigin(tx.handle(), id, origin);
                return true;
            });
        }
    }

    private synchronized @Nullable Origin takeOrigin(ConversationId id) {
        return origins.remove(id);
    }
}

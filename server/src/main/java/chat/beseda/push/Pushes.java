package chat.beseda.push;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.SeenChanged;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorForgotten;
import chat.beseda.visitors.VisitorId;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells visitors' browsers of answers that nobody has seen. A subscription returns when it is durable; a notification is tried a few
 * times and then left: the answer itself waits in the conversation. Visitors without a subscription cost a look into memory.
 * Thread-safe.
 */
public final class Pushes {
    /** Whoever looks at the window sees an answer sooner than this. */
    static final Duration UNSEEN_FOR = Duration.ofSeconds(10);

    /** Between two notifications of one conversation of which nobody has seen anything. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Pushes.class);
    private static final int MOST_BROWSERS = 5;
    private static final int TRIES = 4;
    private static final int LONGEST_NAME = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Conversations conversations;
    private final Predicate<SiteId> wanted;
    private final BiFunction<OperatorId, Conversation, String> names;
    private final Timers timers;
    private final InstantSource clock;
    private final Carrier carrier;
    private final SecureRandom random = new SecureRandom();
    private final SqlPushStore store = new SqlPushStore();
    /** Made when a browser first asks for them: an installation that nobody uses yet is empty. */
    private volatile @Nullable ServerKeys keys;

    private final Set<VisitorId> reachable = ConcurrentHashMap.newKeySet();
    private final Map<ConversationId, Unseen> unseen = new ConcurrentHashMap<>();
    /** When each conversation was last told of, as long as nobody has seen it. */
    private final Map<ConversationId, Long> toldAt = new ConcurrentHashMap<>();

    /**
     * Reads who may be told.
     *
     * @param wanted whether a site tells of answers
     * @param names what an operator is called in the window of a conversation
     */
    public Pushes(
            Database database,
            Conversations conversations,
            Predicate<SiteId> wanted,
            BiFunction<OperatorId, Conversation, String> names,
            Timers timers,
            InstantSource clock) {
        this(database, conversations, wanted, names, timers, clock, new HttpCarrier());
    }

    Pushes(
            Database database,
            Conversations conversations,
            Predicate<SiteId> wanted,
            BiFunction<OperatorId, Conversation, String> names,
            Timers timers,
            InstantSource clock,
            Carrier carrier) {
        this.database = database;
        this.conversations = conversations;
        this.wanted = wanted;
        this.names = names;
        this.timers = timers;
        this.clock = clock;
        this.carrier = carrier;
        reachable.addAll(database.read(store::visitors));
    }

    /** An answer that is told of unless it is seen before. */
    private record Unseen(long seq, OperatorId by) {}

    /** One notification to one browser. */
    private record Telling(ConversationId conversation, Unseen answer, VisitorId visitor, URI endpoint) {}

    /** What a browser's part of the window is told, {@code frontend/widget/notify/public/push.js}. */
    record Told(String title, String body, String page, String tag) {}

    /** Begins to hear of answers. Called once. */
    public void listen(Bus bus) {
        bus.subscribe(ConversationChanged.class, this::changed);
        bus.subscribe(SeenChanged.class, this::seen);
        bus.subscribe(VisitorForgotten.class, news -> Thread.startVirtualThread(() -> unsubscribe(news.visitor())));
        timers.every(PAUSE, () -> toldAt.values().removeIf(at -> clock.millis() - at > PAUSE.toMillis()));
    }

    /** What a browser has to be given when it subscribes. */
    public String publicKey() {
        return keys().publicText();
    }

    public boolean has(VisitorId visitor) {
        return reachable.contains(visitor);
    }

    /**
     * Adds a browser; of a visitor's browsers the {@value #MOST_BROWSERS} newest stay.
     *
     * @throws GeneralSecurityException when its key or its secret is none
     */
    public void subscribe(PushSubscription browser) throws GeneralSecurityException {
        Curve.key(browser.point());
        browser.secretBytes();
        database.write(tx -> {
            store.put(tx.handle(), browser, clock.millis());
            store.keepNewest(tx.handle(), browser.visitor(), MOST_BROWSERS);
            tx.afterCommit(() -> reachable.add(browser.visitor()));
            return browser;
        });
    }

    /** Takes all browsers of a visitor away. */
    public void unsubscribe(VisitorId visitor) {
        if (!reachable.contains(visitor)) {
            return;
        }
        database.write(tx -> {
            store.drop(tx.handle(), visitor);
            tx.afterCommit(() -> reachable.remove(visitor));
            return visitor;
        });
    }

    private ServerKeys keys() {
        ServerKeys known = keys;
        if (known == null) {
            known = keptKeys();
            keys = known;
        }
        return known;
    }

    private ServerKeys keptKeys() {
        try {
            SqlPushStore.Keys kept = database.write(tx -> {
                if (store.keys(tx.handle()).isEmpty()) {
                    var made = new ServerKeys(Curve.newKeys());
                    store.put(tx.handle(), new SqlPushStore.Keys(made.publicText(), made.privateText()));
                }
                return store.keys(tx.handle()).orElseThrow();
            });
            return ServerKeys.of(kept.publicKey(), kept.privateKey());
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("table push_key holds no keys", damaged);
        }
    }

    private void changed(ConversationChanged news) {
        if (reachable.contains(news.now().facts().visitor())) {
            news.events().forEach(event -> answered(news.now().id(), event));
        }
    }

    private void answered(ConversationId conversation, Event event) {
        if (event.stream() == Stream.PUBLIC
                && event.body() instanceof EventBody.Message
                && event.author() instanceof Author.OfOperator(OperatorId by)
                && unseen.put(conversation, new Unseen(event.seq(), by)) == null) {
            long ready = toldAt.getOrDefault(conversation, 0L) + PAUSE.toMillis();
            Duration rest = Duration.ofMillis(Math.max(UNSEEN_FOR.toMillis(), ready - clock.millis()));
            timers.after(rest, () -> tell(conversation));
        }
    }

    private void seen(SeenChanged news) {
        if (news.side() == Side.VISITOR) {
            toldAt.remove(news.conversation());
        }
    }

    private void tell(ConversationId id) {
        Unseen answer = unseen.remove(id);
        if (answer == null) {
            return;
        }
        stillUnseen(id, answer).ifPresent(conversation -> {
            VisitorId visitor = conversation.facts().visitor();
            toldAt.put(id, clock.millis());
            database.read(handle -> store.of(handle, visitor))
                    .forEach(browser -> carry(new Telling(id, answer, visitor, browser.endpoint()), 1));
        });
    }

    private Optional<Conversation> stillUnseen(ConversationId id, Unseen answer) {
        return conversations
                .byId(id)
                .filter(conversation -> wanted.test(conversation.facts().site())
                        && conversation.facts().visitorSeen() < answer.seq());
    }

    /** Each attempt looks anew: meanwhile the answer may have been seen, or another may sit at that browser. */
    private void carry(Telling telling, int attempt) {
        Optional<PushSubscription> browser =
                database.read(handle -> store.find(handle, telling.visitor(), telling.endpoint()));
        Optional<byte[]> words = stillUnseen(telling.conversation(), telling.answer())
                .flatMap(conversation -> browser.map(at -> words(conversation, telling.answer(), at)));
        if (browser.isPresent() && words.isPresent()) {
            String authorization =
                    keys().authorization(telling.endpoint(), browser.get().origin(), clock.instant());
            try {
                byte[] envelope = Envelope.seal(words.get(), browser.get(), random);
                became(carrier.carry(telling.endpoint(), authorization, topic(telling), envelope), telling, attempt);
            } catch (GeneralSecurityException noKey) {
                drop(telling.endpoint());
            }
        }
    }

    /** 32 characters at most: an id has 19. */
    private static String topic(Telling telling) {
        return "c" + telling.conversation();
    }

    private byte[] words(Conversation conversation, Unseen answer, PushSubscription browser) {
        Preview preview = conversation.facts().preview();
        String said = preview != null && preview.author() instanceof Author.OfOperator ? preview.text() : "";
        String name = names.apply(answer.by(), conversation);
        String title = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return JSON.writeValueAsBytes(
                new Told(title, said, browser.page(), conversation.facts().key()));
    }

    private void became(Carrier.Outcome outcome, Telling telling, int attempt) {
        String host = telling.endpoint().getHost();
        switch (outcome) {
            case Carrier.Outcome.Carried() ->
                log.atDebug().addKeyValue("host", host).log("push.carried");
            case Carrier.Outcome.Gone() -> drop(telling.endpoint());
            case Carrier.Outcome.Later(Duration rest) -> {
                if (attempt < TRIES) {
                    timers.after(rest.multipliedBy(attempt), () -> carry(telling, attempt + 1));
                } else {
                    log.atWarn().addKeyValue("host", host).log("push.left");
                }
            }
            case Carrier.Outcome.Refused(int status) ->
                log.atWarn()
                        .addKeyValue("host", host)
                        .addKeyValue("status", status)
                        .log("push.refused");
        }
    }

    private void drop(URI endpoint) {
        database.write(tx -> {
            List<VisitorId> without = store.drop(tx.handle(), endpoint).stream()
                    .filter(visitor -> store.of(tx.handle(), visitor).isEmpty())
                    .toList();
            tx.afterCommit(() -> without.forEach(reachable::remove));
            return endpoint;
        });
    }
}

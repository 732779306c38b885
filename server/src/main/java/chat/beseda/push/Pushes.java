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
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorForgotten;
import chat.beseda.visitors.VisitorId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
    private final BiFunction<OperatorId, String, String> names;
    private final Timers timers;
    private final InstantSource clock;
    private final Carrier carrier;
    private final SecureRandom random = new SecureRandom();
    private final SqlPushStore store = new SqlPushStore();
    private final ServerKeys keys;
    private final Set<VisitorId> reachable = ConcurrentHashMap.newKeySet();
    private final Map<ConversationId, Unseen> unseen = new ConcurrentHashMap<>();
    /** When each conversation was last told of, as long as nobody has seen it. */
    private final Map<ConversationId, Long> toldAt = new ConcurrentHashMap<>();

    /**
     * Reads who may be told, and makes the server's keys at its first start.
     *
     * @param wanted whether a site tells of answers
     * @param names what an operator is called by visitors of a language
     */
    public Pushes(
            Database database,
            Conversations conversations,
            Predicate<SiteId> wanted,
            BiFunction<OperatorId, String, String> names,
            Timers timers,
            InstantSource clock) {
        this(database, conversations, wanted, names, timers, clock, new HttpCarrier());
    }

    Pushes(
            Database database,
            Conversations conversations,
            Predicate<SiteId> wanted,
            BiFunction<OperatorId, String, String> names,
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
        this.keys = keys();
        reachable.addAll(database.read(store::visitors));
    }

    /** An answer that is told of unless it is seen before. */
    private record Unseen(long seq, OperatorId by) {}

    /** What a browser's part of the window is told, {@code frontend/widget/panel/public/push.js}. */
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
        return keys.publicText();
    }

    public boolean has(VisitorId visitor) {
        return reachable.contains(visitor);
    }

    /**
     * Adds a browser, or changes whose it is; of a visitor's browsers the {@value #MOST_BROWSERS} newest stay.
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
        conversations.byId(id).ifPresent(conversation -> {
            if (wanted.test(conversation.facts().site()) && conversation.facts().visitorSeen() < answer.seq()) {
                toldAt.put(id, clock.millis());
                tell(conversation, answer.by());
            }
        });
    }

    private void tell(Conversation conversation, OperatorId by) {
        var preview = conversation.facts().preview();
        if (preview == null || !(preview.author() instanceof Author.OfOperator)) {
            return;
        }
        String name = names.apply(by, conversation.facts().language());
        String title = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        List<PushSubscription> browsers =
                database.read(handle -> store.of(handle, conversation.facts().visitor()));
        for (PushSubscription browser : browsers) {
            String tag = conversation.facts().key();
            carry(browser, JSON.writeValueAsBytes(new Told(title, preview.text(), browser.page(), tag)), tag, 1);
        }
    }

    private void carry(PushSubscription browser, byte[] words, String topic, int attempt) {
        String authorization = keys.authorization(browser.endpoint(), browser.origin(), clock.instant());
        try {
            byte[] envelope = Envelope.seal(words, browser, random);
            switch (carrier.carry(browser.endpoint(), authorization, topic, envelope)) {
                case Carrier.Outcome.Carried() -> log.atDebug().log("push.carried");
                case Carrier.Outcome.Gone() -> drop(browser);
                case Carrier.Outcome.Later(Duration wait) -> {
                    if (attempt < TRIES) {
                        timers.after(wait.multipliedBy(attempt), () -> carry(browser, words, topic, attempt + 1));
                    } else {
                        log.atWarn()
                                .addKeyValue("host", browser.endpoint().getHost())
                                .log("push.left");
                    }
                }
                case Carrier.Outcome.Refused(int status) ->
                    log.atWarn()
                            .addKeyValue("host", browser.endpoint().getHost())
                            .addKeyValue("status", status)
                            .log("push.refused");
            }
        } catch (GeneralSecurityException noKey) {
            drop(browser);
        }
    }

    private void drop(PushSubscription browser) {
        database.write(tx -> {
            store.drop(tx.handle(), browser.endpoint());
            boolean last = store.of(tx.handle(), browser.visitor()).isEmpty();
            tx.afterCommit(() -> {
                if (last) {
                    reachable.remove(browser.visitor());
                }
            });
            return browser;
        });
    }
}

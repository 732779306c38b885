package chat.beseda.delivery;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.frames.Frame;
import chat.beseda.frames.Read;
import chat.beseda.frames.Shapes;
import chat.beseda.frames.ToEither;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.StorageException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browser at the far end of a line: what it follows, when it was last heard, how much nonsense it has sent. Cheap while
 * idle, since there are as many as visitors. Thread-safe.
 */
public final class Peer {
    private static final Logger log = LoggerFactory.getLogger(Peer.class);
    private static final long HELLO_WITHIN_MS = 5_000;
    private static final int MALFORMED = 3;
    /** Frames at once: a client that comes back sends its whole outbox. */
    private static final int BURST = 400;

    /** Thirty a second in the long run. */
    private static final int BACK_PER_TICK = 15;

    private final Line line;
    private final Audience audience;
    private final Predicate<Conversation> reads;
    private final Delivery delivery;
    private volatile String language = "";
    private @Nullable OperatorId operator;
    private Map<ConversationId, Follower> following = Map.of();
    private boolean greeted;
    private boolean busy;
    private long heardAt;
    private long beatAt;
    private int spent;
    private int malformed;

    Peer(Line line, Audience audience, Predicate<Conversation> reads, Delivery delivery) {
        this.line = line;
        this.audience = audience;
        this.reads = reads;
        this.delivery = delivery;
        this.heardAt = delivery.heartbeats().attention();
        delivery.heartbeats().watch(this);
    }

    public Line line() {
        return line;
    }

    Audience audience() {
        return audience;
    }

    /** In which they are told who operators are; empty: as operators call themselves. */
    String language() {
        return language;
    }

    /** Called once, before the line follows anything. */
    public void readsIn(String language) {
        this.language = language;
    }

    public void send(Frame frame) {
        line.send(delivery.writer().bytes(frame));
    }

    /** A frame came; the work is what the door does about it. While it runs the line is not silent. */
    public void hear(Runnable work) {
        if (!admitted()) {
            line.close(CloseCode.TOO_MANY);
            return;
        }
        try {
            work.run();
        } finally {
            done();
        }
    }

    /** The hello was good; from now on the line is beaten. */
    public synchronized void greet(@Nullable OperatorId self) {
        operator = self;
        greeted = true;
        beatAt = delivery.heartbeats().attention() + audience.beat().toMillis();
    }

    public synchronized boolean isGreeted() {
        return greeted;
    }

    /** Does something that asks the store; when that cannot answer, the client is told to try again. */
    public void attempt(@Nullable String cid, @Nullable String rid, Runnable work) {
        try {
            work.run();
        } catch (StorageException trouble) {
            send(delivery.refusals().of(trouble, cid, rid));
        }
    }

    /** Does something without which the line is of no use; when it fails, the client comes again in a moment. */
    public void attemptOrEnd(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.atWarn().setCause(failure).log("line.work.failed");
            endForNow();
        }
    }

    /** Sends the tops of what it follows: a client behind them fetches. */
    public void beat() {
        send(new ToEither.Heartbeat(delivery.heartbeats().now(), tops()));
    }

    public void refuse(@Nullable String cid, @Nullable String rid, String code) {
        send(new ToEither.Refused(cid, rid, code, Map.of(), null));
    }

    /** Refuses what is no frame; the third time is the last. */
    public void refuse(Read.Malformed<?> frame) {
        send(new ToEither.Refused(frame.cid(), frame.rid(), "malformed", Map.of("reason", frame.reason()), null));
        if (++malformed >= MALFORMED) {
            line.close(CloseCode.MALFORMED);
        }
    }

    /** Refuses a frame over the limit, in bytes, and ends the line. */
    public void tooLarge(int limit) {
        send(new ToEither.Refused(null, null, "too_large", Map.of("limit", Integer.toString(limit)), null));
        line.close(CloseCode.TOO_LARGE);
    }

    /** The line is over. */
    public void ended() {
        delivery.heartbeats().forget(this);
        List<Follower> all;
        synchronized (this) {
            all = List.copyOf(following.values());
            following = Map.of();
        }
        all.forEach(delivery.feed()::forget);
    }

    boolean mayRead(Conversation now) {
        return reads.test(now);
    }

    public synchronized boolean follows(ConversationId conversation) {
        return following.containsKey(conversation);
    }

    public synchronized List<ConversationId> followed() {
        return List.copyOf(following.keySet());
    }

    /** The client comes again in a moment. */
    void endForNow() {
        line.close(CloseCode.RESTART, delivery.delays().next());
    }

    void restarted() {
        line.close(CloseCode.RESTART, delivery.delays().atRestart());
    }

    synchronized boolean isOperator(@Nullable OperatorId other) {
        return operator != null && operator.equals(other);
    }

    synchronized Follower following(ConversationId conversation, Function<ConversationId, Follower> make) {
        if (following.isEmpty()) {
            following = new HashMap<>(4);
        }
        return following.computeIfAbsent(conversation, make);
    }

    synchronized @Nullable Follower stopFollowing(ConversationId conversation) {
        return following.isEmpty() ? null : following.remove(conversation);
    }

    void tick(long attention) {
        switch (due(attention)) {
            case NOTHING -> {}
            case BEAT -> beat();
            case END -> line.close(CloseCode.SILENCE);
        }
    }

    /** How long nothing has been heard; what is busy being heard is not silent. */
    public synchronized Duration silence() {
        return busy ? Duration.ZERO : Duration.ofMillis(delivery.heartbeats().attention() - heardAt);
    }

    private synchronized Due due(long attention) {
        spent = Math.max(0, spent - BACK_PER_TICK);
        long silent = attention - heardAt;
        if (!busy && silent >= (greeted ? audience.silence().toMillis() : HELLO_WITHIN_MS)) {
            return Due.END;
        }
        if (!greeted || attention < beatAt) {
            return Due.NOTHING;
        }
        beatAt += audience.beat().toMillis();
        return Due.BEAT;
    }

    private synchronized boolean admitted() {
        busy = true;
        return ++spent <= BURST;
    }

    private synchronized void done() {
        busy = false;
        if (greeted) {
            heardAt = delivery.heartbeats().attention();
        }
    }

    /** The hello was good, but waits its turn: the time for it begins anew. Nothing else said before it lengthens that time. */
    public synchronized void waitsToBeGreeted() {
        heardAt = delivery.heartbeats().attention();
    }

    private synchronized List<Shapes.Top> tops() {
        return following.values().stream().map(Follower::top).toList();
    }

    private enum Due {
        NOTHING,
        BEAT,
        END
    }
}

package chat.beseda.delivery;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.frames.FrameWriter;
import chat.beseda.lines.Line;
import chat.beseda.time.Timers;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What both doors share: the feed, the heartbeats, the faces of operators and how frames are written. */
public final class Delivery {
    private final String epoch;
    private final Bus bus;
    private final Faces faces;
    private final FrameWriter writer = new FrameWriter();
    private final RetryDelays delays;
    private final Refusals refusals;
    private final Heartbeats heartbeats;
    private final Feed feed;

    /**
     * @param epoch names the life of the database; see docs/protocol.md
     * @param nanos a clock that only runs on, such as {@link System#nanoTime}
     * @param chance spreads those who are told to come back; used by many threads
     */
    public Delivery(
            Conversations conversations,
            Faces faces,
            Bus bus,
            Timers timers,
            InstantSource clock,
            LongSupplier nanos,
            RandomGenerator chance,
            String epoch) {
        this.epoch = epoch;
        this.bus = bus;
        this.faces = faces;
        this.delays = new RetryDelays(chance);
        this.refusals = new Refusals(delays);
        this.heartbeats = new Heartbeats(timers, clock, nanos);
        this.feed = new Feed(conversations, new EventFrames(conversations, new EventShapes(faces), writer), writer);
    }

    /** Begins to hear news and to beat. Called once, before the first line. */
    public void start() {
        feed.listen(bus);
        heartbeats.start();
    }

    /** Tells every client that the server restarts; the lines end. */
    public void stop() {
        heartbeats.farewell();
    }

    /** Of a browser that may read whatever it follows. */
    public Peer peer(Line line, Audience audience) {
        return peer(line, audience, conversation -> true);
    }

    /**
     * Of a browser that may lose the right to read.
     *
     * @param reads whether it may read a conversation as it is now; asked before anything new of one it follows is sent
     */
    public Peer peer(Line line, Audience audience, Predicate<Conversation> reads) {
        return new Peer(line, audience, reads, this);
    }

    public String epoch() {
        return epoch;
    }

    public Faces faces() {
        return faces;
    }

    /** Writes refusals of the domain as frames. */
    public Refusals refusals() {
        return refusals;
    }

    RetryDelays delays() {
        return delays;
    }

    public FrameWriter writer() {
        return writer;
    }

    public Feed feed() {
        return feed;
    }

    public Heartbeats heartbeats() {
        return heartbeats;
    }

    public void draft(DraftHeard news) {
        bus.publish(news);
    }

    public void typing(TypingHeard news) {
        bus.publish(news);
    }
}

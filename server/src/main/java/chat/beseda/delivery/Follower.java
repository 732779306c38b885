package chat.beseda.delivery;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Facts;
import chat.beseda.frames.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line that follows one conversation, in the streams its audience may see. Thread-safe. */
final class Follower {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final Peer peer;
    private final ConversationId id;
    private final String name;
    private final Tops tops;
    private final List<Track> tracks;
    private final Object beginning = new Object();
    private boolean begun;

    Follower(Peer peer, ConversationId id, String name, Tops tops, EventFrames frames) {
        this.peer = peer;
        this.id = id;
        this.name = name;
        this.tops = tops;
        this.tracks = peer.audience().streams().stream()
                .map(stream -> new Track(peer.line(), frames, id, new Reader(name, peer.language()), stream))
                .toList();
    }

    Peer peer() {
        return peer;
    }

    ConversationId id() {
        return id;
    }

    /** What the client calls the conversation. */
    String name() {
        return name;
    }

    Shapes.Top top() {
        return new Shapes.Top(name, tops.publicTop(), peer.audience() == Audience.OPERATOR ? tops.internalTop() : 0);
    }

    /**
     * Sends what the client lacks. A second caller waits until the first has done it.
     *
     * @param now reads the conversation, when the follower is already subscribed; nothing when the client may not read it
     * @return false when it may not
     */
    boolean begin(Positions positions, Supplier<Optional<Facts>> now) {
        synchronized (beginning) {
            if (!begun) {
                Optional<Facts> readable = now.get();
                if (readable.isEmpty()) {
                    return false;
                }
                Facts facts = readable.get();
                tops.raise(facts.publicTop(), facts.internalTop());
                for (Track track : tracks) {
                    track.begin(positions.after(name, track.stream()), facts.top(track.stream()));
                }
                begun = true;
            }
            return true;
        }
    }

    /** Nothing more is sent, also of what is being read from the store. */
    void stop() {
        tracks.forEach(Track::stop);
    }

    void offer(Bulletin bulletin) {
        for (Track track : tracks) {
            Bulletin.Part part = bulletin.part(peer, track.stream());
            if (part != null && track.offer(part)) {
                Thread.ofVirtual().name("catch-up").start(() -> catchUp(track));
            }
        }
    }

    private void catchUp(Track track) {
        try {
            track.catchUp();
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("conversation", id.value())
                    .setCause(failure)
                    .log("line.catch-up.failed");
            peer.endForNow();
        }
    }
}

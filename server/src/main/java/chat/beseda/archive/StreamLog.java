package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads one stream of a conversation from its beginning, in pieces, as far as it is asked for. Not thread-safe. */
final class StreamLog implements Iterator<Event> {
    /** A log that is longer is nobody's talk: what comes after is in the conversation, not in the archive. */
    private static final int MOST = 20_000;

    private static final int PIECE = 1_000;

    private final ConversationId id;
    private final Stream stream;
    private final Conversations conversations;
    private List<Event> piece;
    private int next;
    private int read;

    private StreamLog(ConversationId id, Stream stream, Conversations conversations) {
        this.id = id;
        this.stream = stream;
        this.conversations = conversations;
        this.piece = conversations.events(id, stream, 0, PIECE);
    }

    static Iterable<Event> of(ConversationId id, Stream stream, Conversations conversations) {
        return () -> new StreamLog(id, stream, conversations);
    }

    @Override
    public boolean hasNext() {
        if (next == piece.size() && piece.size() == PIECE && read < MOST) {
            piece = conversations.events(id, stream, piece.getLast().seq(), PIECE);
            next = 0;
        }
        return next < piece.size() && read < MOST;
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException("a log of " + read + " events");
        }
        read++;
        return piece.get(next++);
    }
}

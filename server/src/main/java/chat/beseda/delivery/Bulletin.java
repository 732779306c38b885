package chat.beseda.delivery;

import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.Facts;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New events of one conversation, written once for all who get the same frame. Used by one thread at a time. */
final class Bulletin {
    private final Facts facts;
    private final Map<Stream, List<Event>> events = new EnumMap<>(Stream.class);
    private final Map<Reader, Map<Stream, Part>> parts = new HashMap<>();
    private final EventFrames frames;

    Bulletin(ConversationChanged news, EventFrames frames) {
        this.facts = news.now().facts();
        this.frames = frames;
        for (Stream stream : Stream.values()) {
            events.put(
                    stream,
                    news.events().stream()
                            .filter(event -> event.stream() == stream)
                            .toList());
        }
    }

    /** Events in a row, from {@code first} to {@code last}. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares parts
    record Part(long first, long last, byte[] frame) {}

    /** What is new in the stream, or nothing. */
    @Nullable
    Part part(Peer peer, Stream stream) {
        List<Event> fresh = events.getOrDefault(stream, List.of());
        if (fresh.isEmpty()) {
            return null;
        }
        var reader = new Reader(peer.audience().nameOf(facts), peer.language());
        return parts.computeIfAbsent(reader, first -> new EnumMap<>(Stream.class))
                .computeIfAbsent(stream, first -> written(reader, stream, fresh));
    }

    private Part written(Reader reader, Stream stream, List<Event> fresh) {
        long last = fresh.getLast().seq();
        byte[] frame = frames.frame(reader, stream, fresh, last, false);
        return new Part(fresh.getFirst().seq(), last, frame);
    }
}

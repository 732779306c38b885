package chat.beseda.search;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Looks for words in the log of one conversation, without regard to letter case and to ё. Blocks; thread-safe. */
public final class LogSearch {
    /** Of each stream, the newest of those asked for. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final int MOST = 500;

    private final Conversations conversations;

    public LogSearch(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Where something was said. */
    public record Place(Stream stream, long seq, long at) {}

    /**
     * Messages and notes with the words, the oldest first, the newest 500 of them.
     *
     * @param before of the public stream what is below this seq is looked through
     * @param beforeNote the same of the internal one
     */
    public List<Place> find(ConversationId id, String words, long before, long beforeNote) {
        if (words.isBlank()) {
            return List.of();
        }
        String sought = plain(words);
        List<Event> events = java.util.stream.Stream.concat(
                        conversations.eventsBefore(id, Stream.PUBLIC, before, LOOKED_THROUGH).stream(),
                        conversations.eventsBefore(id, Stream.INTERNAL, beforeNote, LOOKED_THROUGH).stream())
                .filter(event -> plain(said(event.body())).contains(sought))
                .sorted(Comparator.comparingLong(Event::at).thenComparingLong(Event::seq))
                .collect(Collectors.toList());
        return events.subList(Math.max(0, events.size() - MOST), events.size()).stream()
                .map(event -> new Place(event.stream(), event.seq(), event.at()))
                .toList();
    }

    private static String said(EventBody body) {
        return switch (body) {
            case EventBody.Message message -> message.text();
            case EventBody.Note note -> note.text();
            case EventBody.Deleted _,
                    EventBody.Changed _,
                    EventBody.Tagged _,
                    EventBody.Mailed _,
                    EventBody.Returned _,
                    EventBody.Opened _,
                    EventBody.Joined _,
                    EventBody.Left _,
                    EventBody.HandedOver _,
                    EventBody.Moved _,
                    EventBody.LeftSite _,
                    EventBody.CameBack _,
                    EventBody.Closed _ -> "";
        };
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}

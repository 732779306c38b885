package chat.beseda.delivery;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.formatting.TextDocument;
import chat.beseda.frames.FrameWriter;
import chat.beseda.frames.ToEither;
import java.util.List;

/** Reads stored events and packs them into frames that are small beside a line's queue. Blocks; thread-safe. */
final class EventFrames {
    /** Of text in one frame; a longer message travels alone. */
    private static final int CHARACTERS = 64 * 1024;

    /** About what a block or a run with its marks takes beside its text. */
    private static final int NODE = 64;

    private static final int FILE = 300;

    private static final int PAGE = 100;

    private final Conversations conversations;
    private final EventShapes shapes;
    private final FrameWriter writer;

    EventFrames(Conversations conversations, EventShapes shapes, FrameWriter writer) {
        this.conversations = conversations;
        this.shapes = shapes;
        this.writer = writer;
    }

    /**
     * Events in a row, packed.
     *
     * @param last the newest seq in the frame, or the one asked after when there is none
     * @param complete nothing newer was stored when this was read
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares pieces
    record Piece(byte[] frame, long last, boolean empty, boolean complete) {}

    /** The first events above the seq. */
    Piece after(ConversationId id, Reader reader, Stream stream, long after) {
        List<Event> events = conversations.events(id, stream, after, PAGE);
        int fitting = fitting(events);
        List<Event> sent = events.subList(0, fitting);
        long last = sent.isEmpty() ? after : sent.getLast().seq();
        boolean complete = fitting == events.size() && events.size() < PAGE;
        return new Piece(frame(reader, stream, sent, last, false), last, sent.isEmpty(), complete);
    }

    /** The newest events up to the top, which replace what the client has. */
    Piece newest(ConversationId id, Reader reader, Stream stream, long top, int limit) {
        List<Event> events = newestFitting(conversations.eventsBefore(id, stream, top + 1, limit));
        return new Piece(frame(reader, stream, events, top, true), top, events.isEmpty(), false);
    }

    /** Events below a seq, for somebody who scrolls up. */
    byte[] older(ConversationId id, Reader reader, Stream stream, long before, int limit) {
        List<Event> events = newestFitting(conversations.eventsBefore(id, stream, before, limit));
        boolean more = !events.isEmpty() && events.getFirst().seq() > 1;
        return writer.bytes(new ToEither.OlderPage(
                reader.name(), EventShapes.of(stream), more, shapes.of(events, reader.language())));
    }

    byte[] frame(Reader reader, Stream stream, List<Event> events, long top, boolean reset) {
        boolean more = reset && !events.isEmpty() && events.getFirst().seq() > 1;
        return writer.bytes(new ToEither.Events(
                reader.name(), EventShapes.of(stream), reset, more, top, shapes.of(events, reader.language())));
    }

    private static int fitting(List<Event> events) {
        int sum = 0;
        for (int count = 0; count < events.size(); count++) {
            sum += characters(events.get(count));
            if (sum > CHARACTERS) {
                return Math.max(1, count);
            }
        }
        return events.size();
    }

    private static List<Event> newestFitting(List<Event> events) {
        int fit = fitting(events.reversed());
        return events.subList(events.size() - fit, events.size());
    }

    private static int characters(Event event) {
        return characters(event.body());
    }

    private static int characters(EventBody body) {
        return switch (body) {
            case EventBody.Message(String text, TextDocument document, var editedAt, var files, var reply, var mail) ->
                text.length() + (document == null ? 0 : text.length() + document.nodes() * NODE) + files.size() * FILE;
            case EventBody.Changed(long seq, EventBody to) -> characters(to);
            case EventBody.Note(String text, var reply, var mentions) -> text.length();
            case EventBody.Opened(var page) -> page == null ? 0 : page.url().length();
            case EventBody.Moved(var page) -> page.url().length();
            case EventBody.CameBack(var page) -> page == null ? 0 : page.url().length();
            case EventBody.Returned(String _, String reason) -> reason.length();
            case EventBody.Tagged _,
                    EventBody.Mailed _,
                    EventBody.Joined _,
                    EventBody.Left _,
                    EventBody.HandedOver _,
                    EventBody.LeftSite _,
                    EventBody.Deleted _,
                    EventBody.Closed _ -> 0;
        };
    }
}

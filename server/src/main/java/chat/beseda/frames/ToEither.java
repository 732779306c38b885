package chat.beseda.frames;

import chat.beseda.frames.Shapes.Event;
import chat.beseda.frames.Shapes.Side;
import chat.beseda.frames.Shapes.Stream;
import chat.beseda.frames.Shapes.Top;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What visitors and operators are told alike. */
public sealed interface ToEither extends Frame {

    /**
     * Events of one stream, ascending and without holes.
     *
     * @param more older events exist before the first one here; meaningful with reset
     */
    @JsonTypeName("events")
    record Events(String conversation, Stream stream, boolean reset, boolean more, long top, List<Event> events)
            implements ToEither {}

    @JsonTypeName("page")
    record OlderPage(String conversation, Stream stream, boolean more, List<Event> events) implements ToEither {}

    @JsonTypeName("ack")
    record Ack(String cid, String conversation, Stream stream, long seq, long at, boolean dup) implements ToEither {}

    @JsonTypeName("refused")
    record Refused(
            @Nullable String cid,
            @Nullable String rid,
            String code,
            Map<String, String> params,
            @Nullable Long retryMs) implements ToEither {}

    @JsonTypeName("done")
    record Done(String rid) implements ToEither {}

    @JsonTypeName("beat")
    record Heartbeat(long now, List<Top> tops) implements ToEither {}

    @JsonTypeName("typing")
    record SomebodyTyping(
            String conversation, Side side, @Nullable String person, boolean on) implements ToEither {}

    /** To operators: what the visitor is writing and has not sent; empty: nothing any more. Never stored. */
    @JsonTypeName("draft")
    record Draft(String conversation, String text) implements ToEither {}

    @JsonTypeName("seen")
    record SeenBy(String conversation, Side side, long seq) implements ToEither {}

    @JsonTypeName("synced")
    record Synced() implements ToEither {}

    /** The last frame of a line; {@code web} writes it itself. */
    @JsonTypeName("bye")
    record Bye(int code, @Nullable Long retryMs) implements ToEither {}
}

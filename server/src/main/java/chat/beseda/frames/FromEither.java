package chat.beseda.frames;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What a visitor's and an operator's client say alike. */
public sealed interface FromEither extends Frame {

    @JsonTypeName("typing")
    record Typing(String conversation, boolean on) implements FromEither {}

    /** The public seq that is on the screen now. */
    @JsonTypeName("seen")
    record Seen(String conversation, long seq) implements FromEither {}

    /** Answered by {@code events}, 300 at most, without reset. */
    @JsonTypeName("fetch")
    record Fetch(String conversation, Shapes.Stream stream, long after) implements FromEither {}

    /** Answered by {@code page}. */
    @JsonTypeName("older")
    record Older(String conversation, Shapes.Stream stream, long before) implements FromEither {}

    @JsonTypeName("beat")
    record Beat() implements FromEither {}

    @JsonTypeName("probe")
    record Probe() implements FromEither {}
}

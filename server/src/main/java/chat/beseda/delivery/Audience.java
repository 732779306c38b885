package chat.beseda.delivery;

import chat.beseda.conversations.Facts;
import chat.beseda.events.Stream;
import java.time.Duration;
import java.util.List;

/** The two kinds of people at the far end of lines: what they may see, and how often they are asked whether they live. */
public enum Audience {
    VISITOR(Duration.ofSeconds(15), Duration.ofSeconds(40)),
    OPERATOR(Duration.ofSeconds(3), Duration.ofSeconds(9));

    private final Duration beat;
    private final Duration silence;

    Audience(Duration beat, Duration silence) {
        this.beat = beat;
        this.silence = silence;
    }

    /** What they may see of a conversation's log. */
    public List<Stream> streams() {
        return switch (this) {
            case VISITOR -> List.of(Stream.PUBLIC);
            case OPERATOR -> List.of(Stream.PUBLIC, Stream.INTERNAL);
        };
    }

    Duration beat() {
        return beat;
    }

    /** After so long without a word the line is ended. */
    Duration silence() {
        return silence;
    }

    /** What they call a conversation. */
    public String nameOf(Facts conversation) {
        return switch (this) {
            case VISITOR -> conversation.key();
            case OPERATOR -> Long.toString(conversation.id().value());
        };
    }
}

package chat.beseda.frames;

import chat.beseda.files.Attachment;
import chat.beseda.formatting.TextDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that frames are made of, as they look on the line. Ids are opaque strings there, times UTC epoch milliseconds. */
public final class Shapes {
    private Shapes() {}

    public enum Stream {
        @JsonProperty("public")
        PUBLIC,
        @JsonProperty("internal")
        INTERNAL
    }

    public enum Side {
        @JsonProperty("visitor")
        VISITOR,
        @JsonProperty("operator")
        OPERATOR
    }

    /** The newest event of a stream that a client holds. */
    public record Position(String conversation, Stream stream, long last) {}

    public record Page(String url, String title, String referrer) {}

    /** An operator's public face; the photo is a path on our own origin. */
    public record Person(
            String id, String name, String title, @Nullable String photo) {}

    /** Who made an event. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    public sealed interface Author {

        @JsonTypeName("visitor")
        record OfVisitor() implements Author {}

        @JsonTypeName("operator")
        record OfOperator(String id) implements Author {}

        @JsonTypeName("system")
        record OfSystem() implements Author {}
    }

    /** One row of a conversation's log. */
    public record Event(
            long seq, long at, Author author, @Nullable String cid, EventBody body) {}

    /** What happened. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    public sealed interface EventBody {

        /**
         * Left out: {@code document}, of what is nothing but text, {@code editedAt}, of what nobody changed, {@code files}, where
         * there are none, {@code reply}, of what answers no message in particular, and {@code mail}, of what was said in the window.
         */
        @JsonTypeName("message")
        record Message(
                String text,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                TextDocument document,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                Long editedAt,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                List<Attachment> files,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                Long reply,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String mail)
                implements EventBody {}

        /** Where a message stood that its author took back. */
        @JsonTypeName("deleted")
        record Deleted() implements EventBody {}

        /** The message of this seq is from now on what {@code to} says. */
        @JsonTypeName("changed")
        record Changed(long seq, EventBody to) implements EventBody {}

        /** Left out: {@code reply}, as in a message, and {@code mentions}, where nobody is mentioned. */
        @JsonTypeName("note")
        record Note(
                String text,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                Long reply,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                List<String> mentions)
                implements EventBody {}

        @JsonTypeName("tagged")
        record Tagged(String tag, boolean on) implements EventBody {}

        /** Answers from {@code first} to {@code last} went to the visitor by e-mail. */
        @JsonTypeName("mailed")
        record Mailed(String to, long first, long last) implements EventBody {}

        /** A letter came back; {@code reason}: what a mail server said. */
        @JsonTypeName("returned")
        record Returned(String to, String reason) implements EventBody {}

        @JsonTypeName("opened")
        record Opened(@Nullable Page page) implements EventBody {}

        @JsonTypeName("joined")
        record Joined(Person operator) implements EventBody {}

        @JsonTypeName("left")
        record Left(Person operator, Reason reason) implements EventBody {}

        @JsonTypeName("handed_over")
        record HandedOver(
                Person from, @Nullable Person to, @Nullable String department) implements EventBody {}

        @JsonTypeName("moved")
        record Moved(Page page) implements EventBody {}

        @JsonTypeName("left_site")
        record LeftSite() implements EventBody {}

        @JsonTypeName("came_back")
        record CameBack(@Nullable Page page) implements EventBody {}

        @JsonTypeName("closed")
        record Closed(By by) implements EventBody {}

        /** Why an operator left. */
        enum Reason {
            @JsonProperty("gave_back")
            GAVE_BACK,
            @JsonProperty("lost")
            LOST,
            @JsonProperty("taken_over")
            TAKEN_OVER
        }

        /** Who ended a conversation. */
        enum By {
            @JsonProperty("visitor")
            VISITOR,
            @JsonProperty("operator")
            OPERATOR,
            @JsonProperty("system")
            SYSTEM
        }
    }

    /** The newest events of a conversation; {@code internal} is 0 to visitors. */
    public record Top(
            String conversation,
            @JsonProperty("public") long publicTop,
            @JsonProperty("internal") long internalTop) {}
}

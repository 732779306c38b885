package chat.beseda.events;

import chat.beseda.files.Attachment;
import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.tags.TagId;
import chat.beseda.visitors.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. */
public sealed interface EventBody {

    /**
     * Words from one side to the other.
     *
     * @param text empty when there are files
     * @param document the same formatted, of an operator; null when there is nothing but text
     * @param editedAt when its author changed it last, UTC epoch milliseconds; null when they never did
     * @param files that go with them
     * @param reply seq of the message of {@link Stream#PUBLIC} they answer; null when of none in particular
     * @param mail address that the visitor sent them from by e-mail, whom nobody proved to be the sender; null when said in the window
     */
    record Message(
            String text,
            @Nullable TextDocument document,
            @Nullable Long editedAt,
            List<Attachment> files,
            @Nullable Long reply,
            @Nullable String mail)
            implements EventBody {
        public Message {
            files = List.copyOf(files);
        }

        public Message(
                String text,
                @Nullable TextDocument document,
                @Nullable Long editedAt,
                List<Attachment> files,
                @Nullable Long reply) {
            this(text, document, editedAt, files, reply, null);
        }

        public Message(String text) {
            this(text, null);
        }

        public Message(String text, @Nullable TextDocument document) {
            this(text, document, null);
        }

        public Message(String text, @Nullable TextDocument document, @Nullable Long editedAt) {
            this(text, document, editedAt, List.of(), null);
        }

        /** The same words with files, and in answer to what is at that seq. */
        public Message with(List<Attachment> enclosed, @Nullable Long answered) {
            return new Message(text, document, editedAt, enclosed, answered, mail);
        }

        /** The same words, come by e-mail from an address. */
        public Message by(@Nullable String address) {
            return new Message(text, document, editedAt, files, reply, address);
        }

        /** Other words in its place. */
        public Message edited(Message said, @Nullable Long at) {
            return new Message(said.text, said.document, at, files, reply, mail);
        }

        /** What stands for it in a line of a list: its words, or the names of its files. */
        public String inALine() {
            return text.isBlank() ? files.stream().map(Attachment::name).collect(Collectors.joining(", ")) : text;
        }
    }

    /** Stands where a message stood that its author took back. */
    record Deleted() implements EventBody {}

    /** An earlier message of the stream says something else now, or nothing; told to those who have it already. */
    record Changed(long seq, EventBody to) implements EventBody {}

    /**
     * Words of an operator to operators; only in {@link Stream#INTERNAL}.
     *
     * @param text with those mentioned as <code>&#64;{id}</code>
     * @param reply seq of the message of {@link Stream#PUBLIC} they are about; null when of none in particular
     * @param mentions who is told of it
     */
    record Note(String text, @Nullable Long reply, List<OperatorId> mentions) implements EventBody {
        public Note {
            mentions = List.copyOf(mentions);
        }

        public Note(String text) {
            this(text, null, List.of());
        }
    }

    /** An operator put a tag on the conversation or took it off; only in {@link Stream#INTERNAL}. */
    record Tagged(TagId tag, boolean on) implements EventBody {}

    /**
     * Answers that the visitor had not seen went to him by e-mail; only in {@link Stream#INTERNAL}.
     *
     * @param to address they went to
     * @param first seq of the first of them in {@link Stream#PUBLIC}
     * @param last seq of the last
     */
    record Mailed(String to, long first, long last) implements EventBody {}

    /**
     * A letter about the conversation came back; only in {@link Stream#INTERNAL}.
     *
     * @param to address it went to
     * @param reason in the words of a mail server, perhaps none
     */
    record Returned(String to, String reason) implements EventBody {}

    /** The visitor began, always the first event of {@link Stream#PUBLIC}; with the page he was on. */
    record Opened(@Nullable Page page) implements EventBody {}

    /** An operator took the conversation. */
    record Joined(OperatorId operator) implements EventBody {}

    /** An operator is in the conversation no more, and nobody is, unless the next event says so. */
    record Left(OperatorId operator, Reason reason) implements EventBody {

        /** Why somebody left. */
        public enum Reason {
            /** Into the queue, by themselves. */
            GAVE_BACK,
            /** The connection was lost and did not come back. */
            LOST,
            /** Somebody with the right to took their place. */
            TAKEN_OVER
        }
    }

    /** An operator handed the conversation to another one, who answers now, or to the queue of a department. */
    record HandedOver(
            OperatorId from,
            @Nullable OperatorId to,
            @Nullable DepartmentId department) implements EventBody {}

    /** The visitor opened another page of the site; this and the next two only in {@link Stream#INTERNAL}. */
    record Moved(Page page) implements EventBody {}

    /** The visitor closed the last page of the site. */
    record LeftSite() implements EventBody {}

    /** The visitor is on the site again. */
    record CameBack(@Nullable Page page) implements EventBody {}

    /** The conversation ended, always the last event of {@link Stream#PUBLIC}. */
    record Closed(ClosedBy by) implements EventBody {}
}

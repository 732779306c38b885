package chat.beseda.console;

import chat.beseda.formatting.TextDocument;
import chat.beseda.frames.Frame;
import chat.beseda.frames.Shapes.Position;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only an operator's client says. A {@code rid} names an order, so that one given twice is carried out once. */
sealed interface FromOperator extends Frame {

    /** The first frame; who it is from, the ticket has said. */
    @JsonTypeName("hello")
    record OperatorHello(int protocol, @Nullable String epoch, List<Position> positions, String tab)
            implements FromOperator {}

    /** Follow both streams of any conversation one may see. */
    @JsonTypeName("open")
    record Open(String conversation) implements FromOperator {}

    /** Stop following one that is not mine. */
    @JsonTypeName("leave")
    record Leave(String conversation) implements FromOperator {}

    /**
     * Words to the visitor. A {@code document} is the words formatted: the text is then made of it, and what is sent as text is
     * not looked at.
     *
     * @param version of the ownership that is on the screen
     * @param files ids of whole ones of theirs; null: none
     * @param reply seq of the message of the public stream that they answer; null: of none in particular
     */
    @JsonTypeName("send")
    record OperatorSend(
            String conversation,
            int version,
            String cid,
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TextDocument document,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> files,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long reply)
            implements FromOperator {}

    /** What I said there is this from now on; {@code text} and {@code document} as in {@link OperatorSend}. */
    @JsonTypeName("edit")
    record Edit(
            String rid,
            String conversation,
            long seq,
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TextDocument document)
            implements FromOperator, Order.Correction {}

    /** I take back what I said there. */
    @JsonTypeName("delete")
    record Delete(String rid, String conversation, long seq) implements FromOperator, Order.Correction {}

    /** Words to operators; {@code reply} as in {@link OperatorSend}. */
    @JsonTypeName("note")
    record Note(
            String conversation,
            String cid,
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long reply)
            implements FromOperator {}

    /** The notes of a conversation that mention me have been on my screen, up to that seq of the internal stream. */
    @JsonTypeName("mentionSeen")
    record MentionSeen(String conversation, long seq) implements FromOperator {}

    @JsonTypeName("take")
    record Take(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    @JsonTypeName("giveBack")
    record GiveBack(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    @JsonTypeName("close")
    record Close(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    /** I do not take what I am offered. */
    @JsonTypeName("refuse")
    record Refuse(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    /**
     * Mine goes to somebody else: to an operator, who has to accept it, or to a department.
     *
     * @param note to who receives it, perhaps empty
     * @param ask the visitor first
     */
    @JsonTypeName("handover")
    record HandOver(
            String rid,
            String conversation,
            int version,
            @Nullable String to,
            @Nullable String department,
            String note,
            boolean ask)
            implements FromOperator, Order.Turn {}

    @JsonTypeName("accept")
    record Accept(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    /** I do not take what is handed over to me; or I, the owner, keep it after all. */
    @JsonTypeName("decline")
    record Decline(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    /** From now on I answer, and not whoever did. */
    @JsonTypeName("takeover")
    record TakeOver(String rid, String conversation, int version) implements FromOperator, Order.Turn {}

    /** Puts a tag on a conversation, or takes it off. */
    @JsonTypeName("tag")
    record PutTag(String rid, String conversation, String tag, boolean on) implements FromOperator, Order {}

    /** Invites a visitor who is on line and has not been asked to talk. */
    @JsonTypeName("invite")
    record InviteVisitor(String rid, String visitor, String text) implements FromOperator, Order {}

    @JsonTypeName("state")
    record SetState(String rid, ToOperator.OperatorState state) implements FromOperator, Order {}

    /** What the rows of the list of visitors stand in the order of. */
    enum VisitorSortBy {
        @JsonProperty("since")
        SINCE,
        @JsonProperty("pageSince")
        PAGE_SINCE,
        @JsonProperty("state")
        STATE,
        @JsonProperty("name")
        NAME,
        @JsonProperty("page")
        PAGE,
        @JsonProperty("city")
        CITY,
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("visits")
        VISITS,
        @JsonProperty("pages")
        PAGES
    }

    record VisitorSort(VisitorSortBy by, boolean descending) {}

    /** Empty parts let everybody through; texts are looked for without regard to letter case. */
    record VisitorFilter(
            List<ToOperator.VisitorStage> states,
            @Nullable String site,
            String page,
            String city,
            @Nullable String operator,
            String source) {}

    /**
     * Show this window of the list of visitors from now on.
     *
     * @param language of the names of places
     * @param from how many rows are above the window
     * @param count how many rows it has, 200 at most
     */
    @JsonTypeName("watch")
    record Watch(VisitorSort sort, VisitorFilter filter, String search, String language, int from, int count)
            implements FromOperator {}

    /** The list of visitors is no longer looked at. */
    @JsonTypeName("unwatch")
    record Unwatch() implements FromOperator {}
}

package chat.beseda.console;

import chat.beseda.frames.Frame;
import chat.beseda.frames.Shapes.Author;
import chat.beseda.frames.Shapes.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only an operator's client is told. */
sealed interface ToOperator extends Frame {

    enum OperatorState {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("away")
        AWAY,
        @JsonProperty("off")
        OFF
    }

    enum Role {
        @JsonProperty("operator")
        OPERATOR,
        @JsonProperty("supervisor")
        SUPERVISOR,
        @JsonProperty("administrator")
        ADMINISTRATOR
    }

    /**
     * The visitor of a conversation.
     *
     * @param label his number on the site, to call him by while he has no name
     */
    record VisitorSummary(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            String label,
            @Nullable String city,
            boolean online,
            @Nullable Page page) {}

    /**
     * A conversation's head.
     *
     * @param version counts changes of the owner
     * @param waitingSince since when the visitor waits for an answer; null when the operator spoke last
     * @param preview the newest message, cut
     * @param offer who is asked to take it; not null when it is offered
     * @param transfer a hand-over that is under way
     * @param tags their ids in the order in which they were put on; left out where there are none
     * @param place in the queue of its site and department, from 1, as of when this was sent; null when somebody answers
     */
    record Conversation(
            String id,
            String site,
            @Nullable String department,
            State state,
            @Nullable String owner,
            int version,
            VisitorSummary visitor,
            long openedAt,
            @Nullable Long takenAt,
            @Nullable Long closedAt,
            @Nullable Long waitingSince,
            long publicTop,
            long internalTop,
            long visitorSeen,
            long operatorSeen,
            @Nullable Preview preview,
            @Nullable Offer offer,
            @Nullable Transfer transfer,
            @Nullable Integer place,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> tags) {

        enum State {
            @JsonProperty("waiting")
            WAITING,
            @JsonProperty("offered")
            OFFERED,
            @JsonProperty("active")
            ACTIVE,
            @JsonProperty("closed")
            CLOSED
        }

        record Preview(Author author, String text, long at) {}

        record Offer(String to, long until) {}

        /** From the owner to an operator or a department; {@code asked} while the visitor's word is waited for. */
        record Transfer(
                String from,
                @Nullable String to,
                @Nullable String department,
                long until,
                String note,
                boolean asked) {}
    }

    /**
     * A colleague.
     *
     * @param load how many conversations they are in
     * @param why what the state is due to; {@code lost} while they say online and are not connected
     * @param since when the state began
     * @param with the conversations they are in
     */
    record OperatorView(
            String id,
            String name,
            String title,
            @Nullable String photo,
            Role role,
            OperatorState state,
            boolean connected,
            int load,
            int capacity,
            @Nullable Long lastSeenAt,
            Why why,
            @Nullable Long since,
            List<String> with,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Status status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Hours hours) {

        /** What they tell colleagues; until: null while they don't take it back. */
        record Status(String text, @Nullable Long until) {}

        /** When they work, in their time zone. */
        record Hours(String timeZone, List<Day> days) {}

        /** Minutes of the day, weekday 1 is Monday; through midnight when {@code to} is not after {@code from}. */
        record Day(int weekday, int from, int to) {}

        enum Why {
            @JsonProperty("own")
            OWN,
            @JsonProperty("missed")
            MISSED,
            @JsonProperty("idle")
            IDLE,
            @JsonProperty("lost")
            LOST
        }
    }

    @JsonTypeName("welcome")
    record OperatorWelcome(
            int protocol,
            String epoch,
            long now,
            String me,
            String company,
            List<OperatorView> operators,
            List<Site> sites,
            List<Department> departments,
            List<Tag> tags)
            implements ToOperator {

        record Site(String id, String name, String accent) {}

        /** @param sites it serves; none: all */
        record Department(String id, String name, List<String> sites) {}
    }

    /** A word that conversations are marked with; one retired stays where it is and is put on no more. */
    record Tag(String id, String name, String colour, boolean retired) {}

    /** All of them, retired ones too, by name; replaces what was known. */
    @JsonTypeName("tags")
    record Tags(List<Tag> tags) implements ToOperator {}

    /** All open conversations one may see, 500 at most; replaces what was known. */
    @JsonTypeName("inbox")
    record Inbox(List<Conversation> conversations) implements ToOperator {}

    /** Changed or new; a closed one leaves the open list. */
    @JsonTypeName("conversation")
    record ConversationFrame(Conversation conversation) implements ToOperator {}

    /** It is not the operator's to see any more: everything known of it is forgotten. */
    @JsonTypeName("conversation_gone")
    record ConversationGone(String conversation) implements ToOperator {}

    /**
     * A note in which a colleague mentioned me, and I have not looked.
     *
     * @param seq of the note, in the internal stream
     * @param by the colleague
     * @param text the note, cut
     * @param label the visitor's number on the site, to call him by while he has no name
     */
    record Mention(
            String conversation,
            long seq,
            long at,
            String by,
            String text,
            @Nullable String visitor,
            String label) {}

    /** All of these, newest first, 50 at most; replaces what was known. */
    @JsonTypeName("mentions")
    record Mentions(List<Mention> mentions) implements ToOperator {}

    /**
     * A request arrived or stands otherwise, or is due soon; its list is read anew by whoever shows one.
     *
     * @param why {@code arrived}, {@code changed} or {@code reminder}
     * @param nature {@code call} or {@code letter}
     * @param state {@code open}, {@code claimed} or {@code done}
     * @param at when a call is wanted; null: as soon as possible
     * @param yours whether it is for this operator to see to it
     */
    @JsonTypeName("request")
    record RequestNews(
            String id,
            String why,
            String kind,
            String nature,
            String site,
            String state,
            @Nullable String owner,
            String name,
            @Nullable Long at,
            long dueAt,
            boolean yours)
            implements ToOperator {}

    @JsonTypeName("operator")
    record OperatorFrame(OperatorView operator) implements ToOperator {}

    /** What a visitor is doing. */
    enum VisitorStage {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("talking")
        TALKING,
        @JsonProperty("invited")
        INVITED,
        @JsonProperty("browsing")
        BROWSING,
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("left")
        LEFT
    }

    enum DeviceKind {
        @JsonProperty("desktop")
        DESKTOP,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("tablet")
        TABLET
    }

    /** Whose word a place is. */
    enum PlaceSource {
        @JsonProperty("zone")
        ZONE,
        @JsonProperty("address")
        ADDRESS,
        @JsonProperty("phone")
        PHONE,
        @JsonProperty("site")
        SITE,
        @JsonProperty("device")
        DEVICE,
        @JsonProperty("visitor")
        VISITOR
    }

    /**
     * Where a visitor is, in the language that was asked for.
     *
     * @param country null for a city nobody knows
     * @param doubtful others say otherwise, or the browser's clock is not that of the place
     * @param others who says otherwise; empty also where only the clock does
     */
    record VisitorPlace(
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            PlaceSource source,
            boolean doubtful,
            List<OtherPlace> others) {}

    /** Another word about a place. */
    record OtherPlace(PlaceSource source, String name) {}

    /**
     * A visitor who is on line.
     *
     * @param label his number on the site, to call him by while he has no name
     * @param conversation the open one
     * @param offset of the browser's clock from UTC, in minutes
     * @param source the site he came from; empty when he came by himself
     * @param campaign what the marks of an advertisement say
     * @param since when he came, and pageSince when he opened the newest page
     * @param pages how many he opened in this visit
     */
    record VisitorRow(
            String id,
            String site,
            @Nullable String name,
            String label,
            VisitorStage state,
            @Nullable String conversation,
            @Nullable String operator,
            @Nullable Long waitingSince,
            @Nullable Page page,
            @Nullable VisitorPlace place,
            @Nullable String browser,
            @Nullable String system,
            DeviceKind device,
            String language,
            @Nullable Integer offset,
            String source,
            @Nullable String campaign,
            @Nullable String screen,
            long since,
            long pageSince,
            int visits,
            int pages) {}

    record PlacedVisitor(int at, VisitorRow row) {}

    /** The whole window that is watched; replaces what was known. */
    @JsonTypeName("visitors")
    record VisitorsWindow(int total, int from, List<VisitorRow> rows) implements ToOperator {}

    /** What changed in the window: first take out who is gone, then put each row in its place, out of where it was. */
    @JsonTypeName("visitors_changed")
    record VisitorsChanged(int total, List<String> gone, List<PlacedVisitor> rows) implements ToOperator {}

    /**
     * What the visitor thinks of a conversation that is over and that one looks at.
     *
     * @param score from 1, the worst, to 5
     */
    @JsonTypeName("rating")
    record OperatorRating(String conversation, int score, Scale scale, String comment) implements ToOperator {
        enum Scale {
            @JsonProperty("stars")
            STARS,
            @JsonProperty("thumbs")
            THUMBS
        }
    }

    /** Ready answers of mine, or common ones, are others now: they are to be read anew. */
    @JsonTypeName("answers_changed")
    record AnswersChanged() implements ToOperator {}

    /** How many visitors are on line on the sites one may see. */
    @JsonTypeName("visitors_online")
    record VisitorsOnline(int count) implements ToOperator {}
}

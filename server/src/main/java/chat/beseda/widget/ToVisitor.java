package chat.beseda.widget;

import chat.beseda.frames.Frame;
import chat.beseda.frames.Shapes.Person;
import chat.beseda.visitors.VisitorSettings;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a visitor's client is told. */
sealed interface ToVisitor extends Frame {

    /**
     * How the site looks to this visitor.
     *
     * @param locale the language to speak, already chosen
     * @param face somebody who is on line, while nobody serves yet
     * @param show whether the button is on this page for this visitor now
     * @param opens whether the collapsed window opens by itself when an answer comes
     * @param departments what the visitor is asked to choose from before the first word; empty when he is not
     * @param form whether the window asks who has no conversation for an address first: nobody is on line
     * @param addressAfter seconds without an answer after which the window offers to leave an address; 0: never
     * @param asks whether another page or hour may decide otherwise, so that nothing is drawn before the answer
     * @param previews operators see what is being written before it is sent, which the visitor is told
     * @param suggests articles are offered before a question is asked
     * @param requests a call can be ordered or a letter written
     * @param files whether the visitor may send files
     */
    record SiteLook(
            String name,
            String accent,
            Corner corner,
            String locale,
            String greeting,
            boolean online,
            @Nullable Person face,
            boolean sound,
            boolean opens,
            List<Department> departments,
            boolean form,
            int addressAfter,
            boolean show,
            boolean asks,
            boolean previews,
            boolean suggests,
            boolean requests,
            boolean files,
            VisitorSettings.RatingScale rating,
            Words words) {

        SiteLook shown(boolean now) {
            return new SiteLook(
                    name,
                    accent,
                    corner,
                    locale,
                    greeting,
                    online,
                    face,
                    sound,
                    opens,
                    departments,
                    form,
                    addressAfter,
                    now,
                    asks,
                    previews,
                    suggests,
                    requests,
                    files,
                    rating,
                    words);
        }

        record Department(String id, String name) {}

        /** In place of the window's own words; empty where those do. */
        record Words(String title, String placeholder, String nobody) {}

        enum Corner {
            @JsonProperty("right")
            RIGHT,
            @JsonProperty("left")
            LEFT
        }
    }

    /**
     * The answer to a hello.
     *
     * @param token null to a loader
     * @param dayStart where "today" begins
     * @param reachable whether an address of the visitor is kept; false to a loader
     * @param invitation what made the visitor open the window; null to a loader, and when nothing did
     */
    @JsonTypeName("welcome")
    record VisitorWelcome(
            int protocol,
            String epoch,
            long now,
            String visit,
            @Nullable String token,
            SiteLook site,
            int unread,
            long dayStart,
            boolean reachable,
            @Nullable AcceptedInvitation invitation)
            implements ToVisitor {}

    /**
     * A conversation's head.
     *
     * @param transfer the visitor is asked whether it may go to somebody else; answered by {@code consent}
     */
    record VisitorConversation(
            String id,
            State state,
            long openedAt,
            @Nullable Long closedAt,
            @Nullable Person operator,
            long operatorSeen,
            long visitorSeen,
            @Nullable AskedTransfer transfer) {

        /** To a person, or to a department when there is none. */
        record AskedTransfer(@Nullable Person to, @Nullable String department) {}

        enum State {
            @JsonProperty("waiting")
            WAITING,
            @JsonProperty("active")
            ACTIVE,
            @JsonProperty("closed")
            CLOSED
        }
    }

    @JsonTypeName("conversation")
    record VisitorConversationFrame(VisitorConversation conversation) implements ToVisitor {}

    /**
     * What the visitor thought of a conversation that is over.
     *
     * @param score from 1, the worst, to 5
     */
    @JsonTypeName("rating")
    record VisitorRating(String conversation, int score, String comment) implements ToVisitor {}

    /**
     * After the conversations of a page, newest first.
     *
     * @param more the site shows earlier ones too
     */
    @JsonTypeName("earlier")
    record Earlier(boolean more) implements ToVisitor {}

    /**
     * What the visitor is to be asked before a conversation begins: answered by {@code answers}. Said again when it changes.
     *
     * @param consent the text he is to agree to; null for none
     */
    @JsonTypeName("questions")
    record VisitorQuestions(
            List<AskedField> fields, @Nullable String consent) implements ToVisitor {}

    /**
     * One thing he is asked.
     *
     * @param id what the answer names it by
     * @param label empty where the window words it
     * @param options what there is to choose from
     */
    record AskedField(
            String id,
            chat.beseda.clients.AskedField.Kind kind,
            String label,
            boolean required,
            List<String> options) {}

    /**
     * The answer to an introduction that changed nothing.
     *
     * @param code {@code another}: the visitor is a different client, so whoever sits there has to begin anew; else why it is not
     *     believed: {@code malformed}, {@code signature}, {@code expired}, {@code unsigned}
     */
    @JsonTypeName("unidentified")
    record Unidentified(String code) implements ToVisitor {}

    /** To a loader instead of events: a count, never text. */
    @JsonTypeName("unread")
    record Unread(int count, boolean open) implements ToVisitor {}

    /**
     * Where a waiting conversation stands.
     *
     * @param place from 1; null when it waits no more
     * @param waitMs how long it may take, as it took for the last ones; null when nobody can know
     */
    @JsonTypeName("queue")
    record QueuePlace(
            String conversation,
            @Nullable Integer place,
            @Nullable Long waitMs) implements ToVisitor {}
    /** An invitation that opened the window. */
    record AcceptedInvitation(String text, Person person, long at) {}

    /**
     * Shows an invitation.
     *
     * @param person who invites: somebody who is on line
     * @param locale the language of the buttons
     */
    @JsonTypeName("invite")
    record Invite(String id, String text, Person person, String locale) implements ToVisitor {}

    /** Asks to be told with {@code idle} when the visitor has not moved for so many seconds, and when he moves again. */
    @JsonTypeName("noticeIdle")
    record NoticeIdle(int seconds) implements ToVisitor {}

    @JsonTypeName("site")
    record SiteChanged(SiteLook site) implements ToVisitor {}

    /**
     * Where we take the visitor to be; to a panel.
     *
     * @param city in his language; null when nobody knows
     * @param region empty when nobody knows
     * @param ask whether to ask him if that is so
     */
    @JsonTypeName("place")
    record PlaceGuess(@Nullable String city, String region, boolean ask) implements ToVisitor {}

    /** Cities whose names begin so, the bigger ones first. */
    @JsonTypeName("cities")
    record CitiesFound(String prefix, List<FoundCity> cities) implements ToVisitor {}

    /** A city and its region in the visitor's language. */
    record FoundCity(String city, String region) {}
}

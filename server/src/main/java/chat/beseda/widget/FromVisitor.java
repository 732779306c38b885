package chat.beseda.widget;

import chat.beseda.conversations.Conversations;
import chat.beseda.formatting.Words;
import chat.beseda.frames.Frame;
import chat.beseda.frames.Shapes.Page;
import chat.beseda.frames.Shapes.Position;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a visitor's client says. All of it is hostile text. */
sealed interface FromVisitor extends Frame {

    /**
     * The first frame.
     *
     * @param visit what the page's storage holds, {@code token} what the panel's holds
     * @param tab names the page as it was loaded, among the visitor's own; cut to 64 characters
     * @param agent what the browser tells besides its User-Agent; null when it tells nothing
     */
    @JsonTypeName("hello")
    record VisitorHello(
            int protocol,
            Role role,
            @Nullable String visit,
            @Nullable String token,
            @Nullable String epoch,
            List<Position> positions,
            @Nullable Page page,
            @Nullable Screen screen,
            String language,
            String timeZone,
            String tab,
            @Nullable Agent agent)
            implements FromVisitor {
        private static final int LONGEST_TAB = 64;

        public VisitorHello {
            tab = tab.substring(0, Math.min(tab.length(), LONGEST_TAB)); // kept as long as he is here
        }

        enum Role {
            @JsonProperty("loader")
            LOADER,
            @JsonProperty("panel")
            PANEL
        }

        /** As {@code navigator.userAgentData} names them, empty where it tells nothing. */
        record Agent(String platform, String version, String model) {}

        /** In CSS pixels. */
        record Screen(int width, int height) {}
    }

    /**
     * Words to the operators.
     *
     * @param conversation null: the open one, or a new one
     * @param text empty where there are files
     * @param department whom a new one is for, when the site asks; null: nothing was chosen
     * @param files ids of whole ones of his; null: none
     */
    @JsonTypeName("send")
    record VisitorSend(
            @Nullable String conversation,
            String cid,
            String text,
            @Nullable String department,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> files)
            implements FromVisitor {
        Conversations.Saying said() {
            return new Conversations.Saying(new Words.Plain(text), files == null ? List.of() : files);
        }
    }

    /**
     * What is being written and not sent, where the site lets operators see it; empty: nothing any more.
     *
     * @param text its beginning
     */
    @JsonTypeName("draft")
    record VisitorDraft(String conversation, String text) implements FromVisitor {}

    @JsonTypeName("page")
    record VisitorPage(Page page) implements FromVisitor {}

    /** The answer to whether the conversation may go to somebody else. */
    @JsonTypeName("consent")
    record VisitorConsent(String rid, String conversation, boolean agreed) implements FromVisitor {}

    /** What becomes of an invitation on the screen. */
    @JsonTypeName("invited")
    record InvitationFate(String id, Outcome outcome) implements FromVisitor {

        enum Outcome {
            @JsonProperty("shown")
            SHOWN,
            @JsonProperty("accepted")
            ACCEPTED,
            @JsonProperty("refused")
            REFUSED,
            @JsonProperty("ignored")
            IGNORED
        }
    }

    /**
     * What the site's script tells of the visitor.
     *
     * @param values a JSON object of plain values, as text
     */
    @JsonTypeName("values")
    record Values(String values) implements FromVisitor {}

    /**
     * The site's script introduces the visitor as a client of its own.
     *
     * @param client a JSON object as text: {@code token} that the site's server signed; or {@code id} and, optionally, its {@code hash},
     *     {@code name}, {@code email}, {@code phone}, {@code company} and {@code fields}; or some of these alone;
     *     null: he signed out of the site, and who sits there next is somebody else
     */
    @JsonTypeName("identify")
    record Identify(@Nullable String client) implements FromVisitor {}

    /**
     * The site's script tells that the visitor did what the site wants.
     *
     * @param value in whatever the site counts
     */
    @JsonTypeName("goal")
    record Goal(String name, @Nullable Double value) implements FromVisitor {}

    /** The site's script wants the visitor invited now. */
    @JsonTypeName("askInvitation")
    record AskInvitation(String text) implements FromVisitor {}

    /**
     * The visitor rests, or moves again.
     *
     * @param seconds how long he has not moved by now; 0: he moves again
     */
    @JsonTypeName("idle")
    record Idle(int seconds) implements FromVisitor {}

    /**
     * Where the visitor can be reached when nobody answers.
     *
     * @param name empty when he doesn't say
     * @param address of e-mail, or a phone number
     */
    @JsonTypeName("address")
    record LeftAddress(String rid, String name, String address) implements FromVisitor {}

    /** The visitor looks for his city by the beginning of its name. */
    @JsonTypeName("findCity")
    record FindCity(String rid, String prefix) implements FromVisitor {}

    /**
     * The visitor says in which city he is.
     *
     * @param city as he chose or wrote it; blank takes his word back
     * @param region where one city of that name is chosen among others; null when it was not said
     */
    @JsonTypeName("city")
    record OwnCity(String rid, String city, @Nullable String region) implements FromVisitor {}

    /** Where the device is, told with the visitor's consent; in degrees. Only the city is kept. */
    @JsonTypeName("location")
    record OwnLocation(String rid, double latitude, double longitude) implements FromVisitor {}

    /**
     * What the visitor thinks of a conversation that is over; replaces what he thought before.
     *
     * @param score from 1, the worst, to 5
     * @param comment empty for none
     */
    @JsonTypeName("rate")
    record Rate(String rid, String conversation, int score, String comment) implements FromVisitor {}

    /**
     * What the visitor says when he is asked before a conversation begins.
     *
     * @param agrees to the text that was shown with the questions
     */
    @JsonTypeName("answers")
    record VisitorAnswers(String rid, List<FieldAnswer> answers, boolean agrees) implements FromVisitor {}

    /** What stands in a field. */
    record FieldAnswer(String field, String value) {}

    /**
     * The visitor wants the words of a conversation by e-mail.
     *
     * @param email as he wrote it
     * @param language he reads, as his window speaks it
     */
    @JsonTypeName("transcript")
    record WantTranscript(String rid, String conversation, String email, String language) implements FromVisitor {}

    /**
     * The visitor scrolls up to what was said before.
     *
     * @param before the earliest conversation the window shows
     */
    @JsonTypeName("earlier")
    record WantEarlier(String rid, String before) implements FromVisitor {}

    /** The visitor ends the conversation. */
    @JsonTypeName("end")
    record VisitorEnd(String rid, String conversation) implements FromVisitor {}
}

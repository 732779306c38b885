package chat.beseda.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a site asks a visitor before a conversation begins.
 *
 * @param label what is asked for in the company's own words; empty for what the window words itself
 * @param options what there is to choose from
 */
public record AskedField(Kind kind, String label, boolean required, List<String> options) {
    public static final int MAX_LABEL = 100;
    public static final int MOST_OPTIONS = 20;

    public AskedField {
        options = List.copyOf(options);
    }

    /** What kind of answer there is. */
    public enum Kind {
        @JsonProperty("name")
        NAME,
        @JsonProperty("email")
        EMAIL,
        @JsonProperty("phone")
        PHONE,
        /** A line of text. */
        @JsonProperty("text")
        TEXT,
        /** One of the options. */
        @JsonProperty("choice")
        CHOICE;

        /** Whether the company words what is asked for. */
        public boolean isOwn() {
            return switch (this) {
                case NAME, EMAIL, PHONE -> false;
                case TEXT, CHOICE -> true;
            };
        }
    }

    /** What an answer names it by: the same as long as the question is the same. */
    public String id() {
        return kind.isOwn() ? "own " + label : kind.name().toLowerCase(Locale.ROOT);
    }
}

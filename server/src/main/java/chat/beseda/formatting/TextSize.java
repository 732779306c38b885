package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A size other than that of the text around. */
public enum TextSize {
    @JsonProperty("small")
    SMALL,
    @JsonProperty("large")
    LARGE,
    @JsonProperty("huge")
    HUGE
}

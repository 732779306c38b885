package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the items of a list are led in. */
public enum TextList {
    @JsonProperty("bullet")
    BULLET,
    @JsonProperty("number")
    NUMBER
}

package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A colour of letters. */
public enum TextColour {
    @JsonProperty("red")
    RED,
    @JsonProperty("orange")
    ORANGE,
    @JsonProperty("green")
    GREEN,
    @JsonProperty("blue")
    BLUE,
    @JsonProperty("violet")
    VIOLET,
    @JsonProperty("grey")
    GREY
}

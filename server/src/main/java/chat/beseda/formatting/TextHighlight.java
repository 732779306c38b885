package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A colour behind letters. */
public enum TextHighlight {
    @JsonProperty("yellow")
    YELLOW,
    @JsonProperty("green")
    GREEN,
    @JsonProperty("blue")
    BLUE,
    @JsonProperty("pink")
    PINK
}

package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A face other than that of the text around. */
public enum TextFont {
    @JsonProperty("serif")
    SERIF,
    @JsonProperty("mono")
    MONO
}

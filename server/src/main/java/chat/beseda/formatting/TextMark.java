package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What a run looks like beyond plain words. Values are names: each screen has colours and sizes of its own for them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TextMark {

    @JsonTypeName("bold")
    record Bold() implements TextMark {}

    @JsonTypeName("italic")
    record Italic() implements TextMark {}

    @JsonTypeName("underline")
    record Underline() implements TextMark {}

    @JsonTypeName("size")
    record Size(TextSize value) implements TextMark {}

    @JsonTypeName("font")
    record Font(TextFont value) implements TextMark {}

    @JsonTypeName("colour")
    record Colour(TextColour value) implements TextMark {}

    @JsonTypeName("highlight")
    record Highlight(TextHighlight value) implements TextMark {}

    @JsonTypeName("link")
    record Link(String href) implements TextMark {}
}

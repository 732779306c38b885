package chat.beseda.formatting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** A paragraph, or an item of a list; items in a row are one list, those of a deeper level the list inside the item above. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TextBlock {

    List<TextRun> runs();

    /** Without runs it is an empty line. */
    @JsonTypeName("paragraph")
    record Paragraph(List<TextRun> runs) implements TextBlock {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /**
     * An item.
     *
     * @param level 0 in the outermost list
     */
    @JsonTypeName("item")
    record Item(TextList list, int level, List<TextRun> runs) implements TextBlock {
        public Item {
            runs = List.copyOf(runs);
        }
    }
}

package chat.beseda.formatting;

import java.util.List;

/** Words of one look; a line feed in them begins a new line of the same block. */
public record TextRun(String text, List<TextMark> marks) {
    public TextRun {
        marks = List.copyOf(marks);
    }
}

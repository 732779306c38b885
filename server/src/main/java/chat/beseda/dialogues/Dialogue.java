package chat.beseda.dialogues;

import chat.beseda.dialogues.Topic.Speaker;
import java.util.List;

/**
 * A conversation as it could go, from the first word to the last.
 *
 * @param path the page it is begun on, under the shop's address
 * @param lines the messages in order, gaps and all
 * @param asked how many of the lines, all the visitor's, come before anybody answers
 * @param ending how many of the lines at the end are thanks and farewell
 */
public record Dialogue(
        Topic topic, Persona visitor, Gaps gaps, String path, String title, List<Line> lines, int asked, int ending) {

    /** One message, as the visitor's haste or the operator's care has spelled it. */
    public record Line(Speaker speaker, String text) {}

    public Dialogue {
        lines = List.copyOf(lines);
    }
}

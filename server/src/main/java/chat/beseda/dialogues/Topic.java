package chat.beseda.dialogues;

import java.util.List;

/**
 * Something people ask about, with all the ways to say it.
 *
 * @param department who answers: {@code sales}, {@code delivery}, {@code service} or {@code support}
 * @param weight how often it comes up beside the others
 * @param months when it comes up, 1 to 12; those of the whole year when nothing is said
 * @param subject the goods or the page it is asked from; {@code good} is any of the goods
 * @param reactions what a visitor may say to whatever was answered
 */
public record Topic(
        String name,
        String department,
        int weight,
        List<Integer> months,
        String subject,
        List<Part> parts,
        List<String> reactions) {

    /** Turns that belong together; some are said in some conversations only. */
    public record Part(boolean sometimes, List<Turn> turns) {}

    /** What one side says in its turn; a variant may be several messages. */
    public record Turn(Speaker speaker, Follows follows, List<List<String>> variants) {}

    public enum Speaker {
        VISITOR,
        OPERATOR,
        NOTE
    }

    /** Which variant may come after the one that was said before. */
    public enum Follows {
        /** The one at the same place. */
        SAME,
        ANY
    }
}

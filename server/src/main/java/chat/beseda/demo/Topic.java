package chat.beseda.demo;

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
record Topic(
        String name,
        String department,
        int weight,
        List<Integer> months,
        String subject,
        List<Part> parts,
        List<String> reactions) {

    /** Turns that belong together; some are said in some conversations only. */
    record Part(boolean sometimes, List<Turn> turns) {}

    /** What one side says in its turn; a variant may be several messages. */
    record Turn(Speaker speaker, Follows follows, List<List<String>> variants) {}

    enum Speaker {
        VISITOR,
        OPERATOR,
        NOTE
    }

    /** Which variant may come after the one that was said before. */
    enum Follows {
        /** The one at the same place. */
        SAME,
        ANY
    }
}

package chat.beseda.reports;

import java.util.List;

/**
 * A conversation as far as figures need it. Ids are bare numbers, times UTC epoch milliseconds; what isn't there is {@link #NONE}.
 *
 * @param firstAnswer milliseconds
 * @param score from 1 to 5
 * @param page without what follows a question mark
 */
record Talk(
        long site,
        long department,
        long visitor,
        long opened,
        long closed,
        long firstAnswer,
        int messages,
        int handOvers,
        boolean missed,
        int score,
        String page,
        String city,
        String source,
        String language,
        List<Hold> holds,
        List<Answer> answers) {
    static final int NONE = -1;

    /** An operator had it; until is {@link #NONE} while it goes on. */
    record Hold(long operator, long from, long until) {}

    /** An answer that a visitor waited for. */
    record Answer(long operator, long waited) {}

    boolean isHeldBy(long operator) {
        for (Hold hold : holds) {
            if (hold.operator() == operator) {
                return true;
            }
        }
        return false;
    }
}

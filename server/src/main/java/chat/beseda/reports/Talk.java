package chat.beseda.reports;

/**
 * A conversation as far as figures need it. Ids are bare numbers, times UTC epoch milliseconds; what isn't there is {@link #NONE}.
 *
 * @param firstAnswer milliseconds
 * @param score from 1 to 5
 * @param page without what follows a question mark
 * @param holders the operators who had it, in order, each as often as they had it
 * @param answerers who gave the answers that the visitor waited for, in order
 * @param waits how long he waited for each of these, in milliseconds
 * @param openWaits how much of that was in working hours
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
        Longs holders,
        Longs answerers,
        Longs waits,
        Longs openWaits) {
    static final int NONE = -1;
}

package chat.beseda.worktime;

/**
 * A quarter of an hour of an operator: no zone's days begin or end within one, so the quarters of a day are together the day. Durations
 * are milliseconds.
 *
 * @param at its first moment
 * @param held the sum of all conversations while online, each for itself
 * @param inConversation with at least one conversation while online
 */
public record Quarter(long operator, long at, long online, long held, long inConversation) {
    public static final long LENGTH = 900_000;
}

package chat.beseda.hours;

/**
 * A part of a day by the clock on the wall.
 *
 * @param from minute of the day
 * @param to minute of the day, itself no more in; at most {@link #DAY}, which is midnight at its end
 */
public record Range(int from, int to) {
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;
}

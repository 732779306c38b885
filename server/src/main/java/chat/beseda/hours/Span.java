package chat.beseda.hours;

/**
 * A stretch of time, UTC epoch milliseconds.
 *
 * @param until itself no more in
 */
public record Span(long from, long until) {

    /** How much of it lies between two moments. */
    long within(long first, long last) {
        return Math.max(0, Math.min(until, last) - Math.max(from, first));
    }

    boolean has(long at) {
        return from <= at && at < until;
    }
}

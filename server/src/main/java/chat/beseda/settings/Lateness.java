package chat.beseda.settings;

import java.time.Duration;

/**
 * When an answer to a visitor counts as late.
 *
 * @param after how long a visitor may wait for an answer
 * @param warning how long before that the operator is warned; zero: not before it is late
 * @param workingHours whether only the working hours of the department or the site count as waiting
 */
public record Lateness(Duration after, Duration warning, boolean workingHours) {

    /**
     * By how many milliseconds an answer was late; zero or less for one in time.
     *
     * @param waited how long the visitor waited, in milliseconds
     * @param waitedOpen how much of that was in working hours
     */
    public long by(long waited, long waitedOpen) {
        return (workingHours ? waitedOpen : waited) - after.toMillis();
    }
}

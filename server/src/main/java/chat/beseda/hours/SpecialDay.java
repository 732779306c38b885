package chat.beseda.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is not like the others of its week.
 *
 * @param everyYear on the same day of every year; of a 29 February only in leap years
 * @param name such as New Year; may be empty
 * @param ranges when it is open; none: closed
 */
public record SpecialDay(LocalDate date, boolean everyYear, String name, List<Range> ranges) {
    public SpecialDay {
        ranges = List.copyOf(ranges);
    }

    boolean isOn(LocalDate day) {
        return everyYear
                ? date.getMonth() == day.getMonth() && date.getDayOfMonth() == day.getDayOfMonth()
                : date.equals(day);
    }
}

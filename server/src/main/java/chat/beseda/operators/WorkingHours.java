package chat.beseda.operators;

import java.util.List;

/**
 * When an operator works, as colleagues are told; nobody is switched by it.
 *
 * @param timeZone the operator's, such as {@code Europe/Moscow}; empty where nothing is said
 * @param days in the order of the week, those without work left out; none: nothing is said
 */
public record WorkingHours(String timeZone, List<Day> days) {
    public static final WorkingHours NONE = new WorkingHours("", List.of());

    /**
     * Hours that begin on one day of the week.
     *
     * @param weekday 1 is Monday, 7 Sunday
     * @param from minute of the day
     * @param to minute of the day, itself no more in; not after {@code from}: through midnight into the next day
     */
    public record Day(int weekday, int from, int to) {}

    public WorkingHours {
        days = List.copyOf(days);
    }
}

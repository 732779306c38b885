package chat.beseda.hours;

import java.util.List;

/**
 * A timetable as somebody wants it.
 *
 * @param zone the name of a time zone, such as {@code Europe/Moscow}
 * @param week seven days, Monday first
 */
public record TimetableDraft(String name, String zone, List<List<Range>> week, List<SpecialDay> days) {}

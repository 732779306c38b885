package chat.beseda.schedules;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody says of a report that shall go out again and again.
 *
 * @param zone whose days and clock are meant
 * @param time of sending
 * @param language of the letter, such as {@code ru}
 */
public record ScheduleDraft(
        String name,
        Cadence cadence,
        ZoneId zone,
        LocalTime time,
        Choice choice,
        List<String> emails,
        String language) {
    public ScheduleDraft {
        emails = List.copyOf(emails);
    }
}

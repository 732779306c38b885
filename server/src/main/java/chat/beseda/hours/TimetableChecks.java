package chat.beseda.hours;

import chat.beseda.forms.FieldChecks;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a timetable may be. */
final class TimetableChecks {
    static final int MOST_DAYS = 200;
    private static final int NAME_LENGTH = 60;
    private static final int MOST_RANGES = 8;
    private static final int WEEK = 7;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final FieldChecks checks = new FieldChecks();

    /**
     * The timetable, its special days by date.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    static Timetable check(List<Timetable> all, TimetableId id, TimetableDraft draft) {
        return new TimetableChecks().checked(all, id, draft);
    }

    private Timetable checked(List<Timetable> all, TimetableId id, TimetableDraft draft) {
        String name = checks.line("name", draft.name(), 1, NAME_LENGTH);
        if (all.stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name))) {
            checks.add("name", "taken", name, Map.of());
        }
        ZoneId zone = zone(draft.zone());
        checks.range("week", draft.week().size(), WEEK, WEEK);
        for (int day = 0; day < draft.week().size(); day++) {
            ranges("week[%d]".formatted(day), draft.week().get(day));
        }
        List<SpecialDay> days = days(draft.days());
        checks.refuse();
        return new Timetable(id, name, new OpenHours(zone, draft.week(), days));
    }

    private ZoneId zone(String said) {
        if (ZoneId.getAvailableZoneIds().contains(said)) {
            return ZoneId.of(said);
        }
        checks.add("timeZone", "time_zone", said, Map.of());
        return ZoneId.of("UTC");
    }

    /** Ranges touch at most, so that an open minute is open once. */
    private void ranges(String field, List<Range> ranges) {
        if (ranges.size() > MOST_RANGES) {
            checks.add(field, "ranges_many", null, Map.of("most", Integer.toString(MOST_RANGES)));
        }
        int last = 0;
        for (Range range : ranges) {
            if (range.from() < last || range.to() <= range.from() || range.to() > Range.DAY) {
                checks.add(field, "ranges", null, Map.of());
                return;
            }
            last = range.to();
        }
    }

    private List<SpecialDay> days(List<SpecialDay> said) {
        checks.range("days", said.size(), 0, MOST_DAYS);
        var kept = new ArrayList<SpecialDay>();
        var dates = new HashSet<TemporalAccessor>();
        for (int at = 0; at < said.size(); at++) {
            SpecialDay day = said.get(at);
            String field = "days[%d].".formatted(at);
            if (!dates.add(day.everyYear() ? MonthDay.from(day.date()) : day.date())) {
                checks.add(field + "date", "taken", day.date().toString(), Map.of());
            }
            checks.range(field + "date", day.date().getYear(), FIRST_YEAR, LAST_YEAR);
            ranges(field + "ranges", day.ranges());
            String name = checks.line(field + "name", day.name(), 0, NAME_LENGTH);
            kept.add(new SpecialDay(day.date(), day.everyYear(), name, day.ranges()));
        }
        return kept.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }
}

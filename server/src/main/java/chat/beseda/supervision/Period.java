package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.rest.Call;
import chat.beseda.worktime.Days;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Whole days of a time zone, from the first to the last of them. */
record Period(LocalDate first, LocalDate last, ZoneId zone) {
    /** Ten years: what is longer was typed wrong. */
    static final int MOST_DAYS = 3_660;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** Reads {@code from}, {@code until} and {@code zone} of a query; what is no period is told and stands for today there. */
    static Period read(Call call, FieldChecks checks, Clock clock) {
        ZoneId zone = zone(call, checks);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate first = date(call, "from", today, checks);
        LocalDate last = date(call, "until", first, checks);
        if (last.isBefore(first)) {
            checks.add("until", "period_backwards", last.toString(), Map.of("from", first.toString()));
            return new Period(first, first, zone);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            checks.add("until", "period_long", last.toString(), Map.of("days", Integer.toString(MOST_DAYS)));
        }
        return new Period(first, last, zone);
    }

    static ZoneId zone(Call call, FieldChecks checks) {
        return zone(call.query("zone").orElse("UTC"), checks);
    }

    static ZoneId zone(String name, FieldChecks checks) {
        if (ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/")) {
            return ZoneId.of(name);
        }
        checks.add("zone", "time_zone", name, Map.of());
        return ZoneId.of("UTC");
    }

    static LocalDate date(Call call, String field, LocalDate otherwise, FieldChecks checks) {
        return date(field, call.query(field).orElse(""), otherwise, checks);
    }

    /** No text means the other date. */
    static LocalDate date(String field, String said, LocalDate otherwise, FieldChecks checks) {
        try {
            LocalDate date = said.isEmpty() ? otherwise : LocalDate.parse(said);
            checks.range(field, date.getYear(), FIRST_YEAR, LAST_YEAR);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? otherwise : date;
        } catch (DateTimeException wrong) {
            checks.add(field, "date", said, Map.of());
            return otherwise;
        }
    }

    Days days() {
        return new Days(zone, first, last);
    }

    /** Its first moment, UTC epoch milliseconds. */
    long start() {
        return first.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The first moment that is no more in it. */
    long end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
}

package chat.beseda.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Open while the clock on the wall of a time zone shows an open minute: an hour that is skipped in spring is nowhere, one that comes
 * twice in autumn counts twice. Times are UTC epoch milliseconds. Whatever looks ahead looks {@link #AHEAD} days far.
 *
 * @param week the ranges of the days of the week, Monday first, each day's in order and apart; a day without any is closed
 * @param days those that go by their own; one of a single year goes before one of every year
 */
public record OpenHours(ZoneId zone, List<List<Range>> week, List<SpecialDay> days) {
    /** More than a year, so that what is open on one day of the year is found. */
    public static final int AHEAD = 400;

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    public OpenHours {
        week = week.stream().map(List::copyOf).toList();
        days = List.copyOf(days);
    }

    public boolean isOpen(long at) {
        return spansOf(dayOf(at)).stream().anyMatch(span -> span.has(at));
    }

    /** When it is open next, the moment itself included; nothing when that is too far away. */
    public OptionalLong opensNext(long at) {
        return next(at).map(span -> OptionalLong.of(Math.max(at, span.from()))).orElse(OptionalLong.empty());
    }

    /** The first moment afterwards at which it is closed again; nothing when it never opens, or never closes, before that is too far. */
    public OptionalLong closesNext(long at) {
        long horizon = startOf(dayOf(at).plusDays(AHEAD));
        return next(at).filter(span -> span.until() < horizon)
                .map(span -> OptionalLong.of(span.until()))
                .orElse(OptionalLong.empty());
    }

    /** How many milliseconds of a stretch it was open; none of one that goes backwards. */
    public long openTime(long from, long until) {
        long open = 0;
        if (from < until) {
            LocalDate last = dayOf(until);
            for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
                for (Span span : spansOf(day)) {
                    open += span.within(from, until);
                }
            }
        }
        return open;
    }

    /** When it will have been open for so long since a moment; nothing when that is too far away. */
    public OptionalLong after(long from, Duration open) {
        long left = open.toMillis();
        if (left <= 0) {
            return OptionalLong.of(from);
        }
        LocalDate first = dayOf(from);
        for (LocalDate day = first; day.isBefore(first.plusDays(AHEAD)); day = day.plusDays(1)) {
            for (Span span : spansOf(day)) {
                long more = span.within(from, Long.MAX_VALUE);
                if (more >= left) {
                    return OptionalLong.of(span.until() - more + left);
                }
                left -= more;
            }
        }
        return OptionalLong.empty();
    }

    /** The open stretches between two moments, in order, none touching the next; of so many days as one looks ahead. */
    public List<Span> spans(long from, long until) {
        var spans = new ArrayList<Span>();
        walk(from, span -> {
            if (span.within(from, until) > 0) {
                spans.add(new Span(Math.max(span.from(), from), Math.min(span.until(), until)));
            }
            return span.until() < until;
        });
        return spans;
    }

    /** The open stretch of a moment, or the next one. */
    private Optional<Span> next(long at) {
        var found = new AtomicReference<Span>();
        walk(at, span -> {
            found.set(span);
            return false;
        });
        return Optional.ofNullable(found.get());
    }

    /** Hears of open stretches, and says whether of more. */
    private interface Listener {
        boolean hear(Span span);
    }

    /** Tells open stretches that end after a moment, whole across midnight, as long as the listener wants more. */
    private void walk(long at, Listener listener) {
        LocalDate first = dayOf(at);
        Span last = null;
        for (LocalDate day = first; day.isBefore(first.plusDays(AHEAD)); day = day.plusDays(1)) {
            for (Span span : spansOf(day)) {
                if (span.until() <= at) {
                    continue;
                }
                if (last != null && last.until() < span.from()) {
                    if (!listener.hear(last)) {
                        return;
                    }
                    last = span;
                } else {
                    last = new Span(last == null ? span.from() : last.from(), span.until());
                }
            }
        }
        if (last != null) {
            listener.hear(last);
        }
    }

    /** The open stretches of a day, in order: each range in each part of the day that goes by one offset. */
    private List<Span> spansOf(LocalDate day) {
        List<Range> ranges = rangesOf(day);
        if (ranges.isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>(ranges.size());
        long end = startOf(day.plusDays(1));
        for (long from = startOf(day); from < end; ) {
            Instant start = Instant.ofEpochMilli(from);
            ZoneOffsetTransition change = zone.getRules().nextTransition(start);
            long until =
                    change == null ? end : Math.min(end, change.getInstant().toEpochMilli());
            long midnight = day.toEpochDay() * Range.DAY * MINUTE
                    - zone.getRules().getOffset(start).getTotalSeconds() * 1_000L;
            for (Range range : ranges) {
                var span = new Span(
                        Math.max(from, midnight + range.from() * MINUTE),
                        Math.min(until, midnight + range.to() * MINUTE));
                if (span.from() < span.until()) {
                    spans.add(span);
                }
            }
            from = until;
        }
        return spans;
    }

    private List<Range> rangesOf(LocalDate day) {
        List<Range> yearly = null;
        for (SpecialDay special : days) {
            if (special.isOn(day)) {
                if (!special.everyYear()) {
                    return special.ranges();
                }
                yearly = special.ranges();
            }
        }
        return yearly == null ? week.get(day.getDayOfWeek().getValue() - 1) : yearly;
    }

    private LocalDate dayOf(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}

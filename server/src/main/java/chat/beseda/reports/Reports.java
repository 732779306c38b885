package chat.beseda.reports;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.worktime.Days;
import chat.beseda.worktime.Held;
import chat.beseda.worktime.Interval;
import chat.beseda.worktime.WorkedDay;
import chat.beseda.worktime.Worktime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Answers questions about figures. Thread-safe; reads only. */
public final class Reports {
    /** Greatest number of rows where there may be any number of them: pages, cities, sources. */
    public static final int MOST_ROWS = 200;

    /** So long before a period conversations may have been opened that are still held in it. */
    private static final long HELD_BEFORE = Duration.ofDays(7).toMillis();

    private final Database database;
    private final Worktime worktime;
    private final InstantSource clock;

    public Reports(Database database, Worktime worktime, InstantSource clock) {
        this.database = database;
        this.worktime = worktime;
        this.clock = clock;
    }

    /** Figures of one group: an operator's id, a date, a city … */
    public record Row(String key, Map<Figure, @Nullable Double> figures) {}

    /** Rows, and whether there were more of them. */
    public record Rows(List<Row> rows, boolean more) {}

    /** An hour of the week, Monday as 1. */
    public record Hour(int weekday, int hour, Map<Figure, @Nullable Double> figures) {}

    /** All of it together. */
    public Map<Figure, @Nullable Double> summary(Question question) {
        return new Counting(question, null)
                .counted()
                .getOrDefault("", new Count(question))
                .figures(question.isOfSites(), question.departments().isEmpty());
    }

    /** The same told apart. Times stand in their order, each of them; others by their number of conversations. */
    public Rows by(Question question, Group group) {
        boolean ofSites = question.isOfSites() && (group.isTime() || group == Group.SITE);
        boolean ofOperators = question.departments().isEmpty() && (group.isTime() || group == Group.OPERATOR);
        List<Row> rows = new Counting(question, group)
                .counted().entrySet().stream()
                        .map(each -> new Row(each.getKey(), each.getValue().figures(ofSites, ofOperators)))
                        .toList();
        if (!group.isTime()) {
            rows = rows.stream().sorted(BIGGEST).toList();
        }
        boolean more = rows.size() > MOST_ROWS && !group.isTime() && group != Group.OPERATOR;
        return new Rows(more ? rows.subList(0, MOST_ROWS) : rows, more);
    }

    private static final Comparator<Row> BIGGEST = Comparator.<Row>comparingDouble(
                    row -> -number(row, Figure.CONVERSATIONS))
            .thenComparingDouble(row -> -number(row, Figure.VISITS))
            .thenComparing(Row::key);

    private static double number(Row row, Figure figure) {
        Double number = row.figures().get(figure);
        return number == null ? 0 : number;
    }

    /** Every hour of the week. */
    public List<Hour> heat(Question question) {
        Map<Integer, Count> hours = new HashMap<>();
        database.read(handle -> {
            new SqlFacts(handle).talks(question.days().time(), talk -> {
                if (question.asksFor(talk)) {
                    ZonedDateTime at = Instant.ofEpochMilli(talk.opened())
                            .atZone(question.days().zone());
                    int hour = (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
                    hours.computeIfAbsent(hour, none -> new Count(question)).talk(talk, question::isOf);
                }
            });
            return hours;
        });
        var all = new ArrayList<Hour>();
        for (int hour = 0; hour < 7 * 24; hour++) {
            Count count = hours.getOrDefault(hour, new Count(question));
            all.add(new Hour(hour / 24 + 1, hour % 24, count.figures(false, false)));
        }
        return all;
    }

    /** What visitors did that the site wished for, with and without a conversation before. */
    public Goals goals(Question question) {
        return database.read(handle -> new GoalCount(new SqlFacts(handle)).of(question));
    }

    /** One pass over everything that a question is about. */
    private final class Counting {
        private final Question question;
        private final @Nullable Group group;
        private final Map<String, Count> counts = new LinkedHashMap<>();
        private final List<Held> held = new ArrayList<>();
        private @Nullable String lastKey;
        private long lastFrom;
        private long lastUntil;

        Counting(Question question, @Nullable Group group) {
            this.question = question;
            this.group = group;
        }

        Map<String, Count> counted() {
            if (group != null && group.isTime()) {
                question.days().all().forEach(date -> count(timeKey(date)));
            }
            database.read(handle -> {
                var facts = new SqlFacts(handle);
                talks(facts);
                if (group == null || group.isTime() || group == Group.SITE) {
                    sites(facts);
                }
                if (group == null || group.isTime() || group == Group.OPERATOR) {
                    offers(facts);
                }
                return counts;
            });
            if (group == null || group.isTime() || group == Group.OPERATOR) {
                work();
            }
            return counts;
        }

        private Count count(String key) {
            return counts.computeIfAbsent(key, none -> new Count(question));
        }

        private void talks(SqlFacts facts) {
            Interval time = question.days().time();
            long now = clock.millis();
            facts.talks(new Interval(time.from() - HELD_BEFORE, time.until()), talk -> {
                for (Talk.Hold hold : talk.holds()) {
                    long until = hold.until() == Talk.NONE ? now : hold.until();
                    if (until > time.from() && question.isOf(hold.operator())) {
                        held.add(new Held(new OperatorId(hold.operator()), new Interval(hold.from(), until)));
                    }
                }
                if (talk.opened() >= time.from() && question.asksFor(talk)) {
                    add(talk);
                }
            });
        }

        private void add(Talk talk) {
            LongPredicate whose = question::isOf;
            if (group != Group.OPERATOR) {
                count(key(talk)).talk(talk, whose);
                return;
            }
            talk.holds().stream()
                    .mapToLong(Talk.Hold::operator)
                    .distinct()
                    .filter(whose)
                    .filter(operator -> question.seen().contains(new OperatorId(operator)))
                    .forEach(operator -> count(Long.toString(operator)).talk(talk, other -> other == operator));
        }

        private String key(Talk talk) {
            return switch (group) {
                case null -> "";
                case DAY, WEEK, MONTH -> timeKey(talk.opened());
                case SITE -> Long.toString(talk.site());
                case DEPARTMENT -> talk.department() == Talk.NONE ? "" : Long.toString(talk.department());
                case PAGE -> talk.page();
                case CITY -> talk.city();
                case SOURCE -> talk.source();
                case LANGUAGE -> talk.language();
                case OPERATOR -> throw new IllegalStateException("a conversation has several");
            };
        }

        /** Neighbours are mostly of the same day. */
        private String timeKey(long moment) {
            if (lastKey == null || moment < lastFrom || moment >= lastUntil) {
                LocalDate date = Instant.ofEpochMilli(moment)
                        .atZone(question.days().zone())
                        .toLocalDate();
                Interval day = question.days().of(date);
                lastFrom = day.from();
                lastUntil = day.until();
                lastKey = timeKey(date);
            }
            return lastKey;
        }

        private String timeKey(LocalDate date) {
            return switch (group) {
                case null -> "";
                case WEEK ->
                    date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .toString();
                case MONTH -> date.withDayOfMonth(1).toString();
                case DAY, OPERATOR, SITE, DEPARTMENT, PAGE, CITY, SOURCE, LANGUAGE -> date.toString();
            };
        }

        private String siteKey(long site, LocalDate date) {
            return group == Group.SITE ? Long.toString(site) : timeKey(date);
        }

        private void sites(SqlFacts facts) {
            Days days = question.days();
            facts.visits(days.time(), (site, at, visits) -> {
                if (question.sites().contains(new SiteId(site))) {
                    String key = group == Group.SITE ? Long.toString(site) : timeKey(at);
                    count(key).visits(visits);
                }
            });
            for (long[] row :
                    facts.invitations(days.from().toEpochDay(), days.until().toEpochDay())) {
                if (question.sites().contains(new SiteId(row[0]))) {
                    count(siteKey(row[0], LocalDate.ofEpochDay(row[1]))).invitations(row[2], row[3], row[4]);
                }
            }
        }

        private void offers(SqlFacts facts) {
            for (long[] row : facts.offersMissed(question.days().time())) {
                boolean asked = question.workers().contains(new OperatorId(row[0]))
                        && question.sites().contains(new SiteId(row[2]));
                if (asked) {
                    count(group == Group.OPERATOR ? Long.toString(row[0]) : timeKey(row[1]))
                            .offerMissed();
                }
            }
        }

        private void work() {
            for (WorkedDay day : worktime.of(question.workers(), question.days(), held)) {
                String key = group == Group.OPERATOR ? day.operator().toString() : timeKey(day.date());
                count(key).work(day.online() + day.correctedOnline(), day.held(), day.inConversation());
            }
        }
    }
}

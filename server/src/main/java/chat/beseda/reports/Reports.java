package chat.beseda.reports;

import chat.beseda.storage.Database;
import chat.beseda.worktime.Correction;
import chat.beseda.worktime.Days;
import chat.beseda.worktime.Interval;
import chat.beseda.worktime.Worktime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers questions about figures. Thread-safe; reads only. */
public final class Reports {
    /** Greatest number of rows where there may be any number of them: pages, cities, sources. */
    public static final int MOST_ROWS = 200;

    private final Database database;
    private final Worktime worktime;

    public Reports(Database database, Worktime worktime) {
        this.database = database;
        this.worktime = worktime;
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
                .figures(told(question, null));
    }

    /** The same told apart. Times stand in their order, each of them; others by their number of conversations. */
    public Rows by(Question question, Group group) {
        Set<Figure.Of> told = told(question, group);
        var counting = new Counting(question, group);
        List<Row> rows = counting.counted().entrySet().stream()
                .map(each -> new Row(each.getKey(), each.getValue().figures(told)))
                .toList();
        if (!group.isTime()) {
            rows = rows.stream().sorted(BIGGEST).toList();
        }
        boolean cut = rows.size() > MOST_ROWS && !group.isTime() && group != Group.OPERATOR;
        return new Rows(cut ? rows.subList(0, MOST_ROWS) : rows, cut || counting.biggest != null);
    }

    private static Set<Figure.Of> told(Question question, @Nullable Group group) {
        var told = EnumSet.of(Figure.Of.CONVERSATION);
        boolean ofTimes = group == null || group.isTime();
        if (question.isOfSites() && (ofTimes || group == Group.SITE)) {
            told.add(Figure.Of.SITE);
        }
        if (question.departments().isEmpty() && (ofTimes || group == Group.OPERATOR)) {
            told.add(Figure.Of.OPERATOR);
            if (question.allSites()) {
                told.add(Figure.Of.WORK);
            }
        }
        return told;
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
        var counts = new Count[7 * 24];
        Arrays.setAll(counts, hour -> new Count(question));
        var asked = new Asked(question);
        var clock = new WeekClock(question.days().zone());
        database.read(handle -> {
            new SqlFacts(handle).talks(question.days().time(), talk -> {
                if (asked.asksFor(talk)) {
                    counts[clock.hour(talk.opened())].talk(talk, asked::isOf);
                }
            });
            return counts;
        });
        return IntStream.range(0, counts.length)
                .mapToObj(hour ->
                        new Hour(hour / 24 + 1, hour % 24, counts[hour].figures(EnumSet.of(Figure.Of.CONVERSATION))))
                .toList();
    }

    /** What visitors did that the site wished for, with and without a conversation before. */
    public Goals goals(Question question) {
        return database.read(handle -> new GoalCount(new SqlFacts(handle), question).counted());
    }

    /** One pass over everything that a question is about; two where there are more rows than are told. */
    private final class Counting {
        private final Question question;
        private final Asked asked;
        private final @Nullable Group group;
        private final Map<String, Count> counts = new LinkedHashMap<>();
        private final Map<Long, Count> ofIds = new HashMap<>();
        private final Map<String, int[]> tallies = new HashMap<>();
        private @Nullable Set<String> biggest;
        private @Nullable Count last;
        private long lastFrom;
        private long lastUntil;

        Counting(Question question, @Nullable Group group) {
            this.question = question;
            this.asked = new Asked(question);
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
                    work(facts);
                }
                return counts;
            });
            return counts;
        }

        private Count count(String key) {
            return counts.computeIfAbsent(key, none -> new Count(question));
        }

        /** The same of an id. */
        private Count count(long id) {
            return ofIds.computeIfAbsent(id, number -> count(Long.toString(number)));
        }

        private void talks(SqlFacts facts) {
            each(facts);
            if (tallies.size() > MOST_ROWS) {
                biggest = tallies.entrySet().stream()
                        .sorted(Comparator.<Map.Entry<String, int[]>>comparingInt(entry -> -entry.getValue()[0])
                                .thenComparing(Map.Entry::getKey))
                        .limit(MOST_ROWS)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                tallies.clear();
                counts.clear();
                each(facts);
            }
        }

        private void each(SqlFacts facts) {
            facts.talks(question.days().time(), talk -> {
                if (asked.asksFor(talk)) {
                    add(talk);
                }
            });
        }

        private void add(PackedTalk talk) {
            if (group != Group.OPERATOR) {
                Count count = countOf(talk);
                if (count != null) {
                    count.talk(talk, asked::isOf);
                }
                return;
            }
            for (int at = 0; at < talk.holders(); at++) {
                long operator = talk.holder(at);
                if (talk.isNewHolder(at) && asked.isOf(operator) && asked.maySee(operator)) {
                    count(operator).talk(talk, other -> other == operator);
                }
            }
        }

        private @Nullable Count countOf(PackedTalk talk) {
            return switch (group) {
                case null -> countAt(talk.opened());
                case DAY, WEEK, MONTH -> countAt(talk.opened());
                case SITE -> count(talk.site());
                case DEPARTMENT -> talk.department() == Talk.NONE ? count("") : count(talk.department());
                case PAGE -> ofMany(talk.page());
                case CITY -> ofMany(talk.city());
                case SOURCE -> ofMany(talk.source());
                case LANGUAGE -> ofMany(talk.language());
                case OPERATOR -> throw new IllegalStateException("a conversation has several");
            };
        }

        /**
         * Of one of any number of keys; null when it is none of the rows. A count takes much more memory than a tally, so only as many
         * are made as are told.
         */
        private @Nullable Count ofMany(String key) {
            if (biggest != null) {
                return biggest.contains(key) ? count(key) : null;
            }
            tallies.computeIfAbsent(key, none -> new int[1])[0]++;
            return tallies.size() <= MOST_ROWS ? count(key) : null;
        }

        /** Of the time, or of all where times aren't told apart. Neighbours are mostly of the same day. */
        private Count countAt(long moment) {
            if (last == null || moment < lastFrom || moment >= lastUntil) {
                LocalDate date = Instant.ofEpochMilli(moment)
                        .atZone(question.days().zone())
                        .toLocalDate();
                Interval day = question.days().of(date);
                lastFrom = day.from();
                lastUntil = day.until();
                last = count(timeKey(date));
            }
            return last;
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
                if (asked.isOfSite(site)) {
                    (group == Group.SITE ? count(site) : countAt(at)).visits(visits);
                }
            });
            for (long[] row :
                    facts.invitations(days.from().toEpochDay(), days.until().toEpochDay())) {
                if (asked.isOfSite(row[0])) {
                    count(siteKey(row[0], LocalDate.ofEpochDay(row[1]))).invitations(row[2], row[3], row[4]);
                }
            }
        }

        private void offers(SqlFacts facts) {
            for (long[] row : facts.offersMissed(question.days().time())) {
                if (asked.isWorkOf(row[0]) && asked.isOfSite(row[2])) {
                    (group == Group.OPERATOR ? count(row[0]) : countAt(row[1])).offerMissed();
                }
            }
        }

        private void work(SqlFacts facts) {
            facts.work(question.days().time(), worktime, (operator, at, online, held, talking) -> {
                if (asked.isWorkOf(operator)) {
                    (group == Group.OPERATOR ? count(operator) : countAt(at)).work(online, held, talking);
                }
            });
            for (Correction correction : worktime.corrections(question.workers(), question.days())) {
                String key = group == Group.OPERATOR ? correction.operator().toString() : timeKey(correction.day());
                count(key).work(correction.millis(Correction.Kind.ONLINE), 0, 0);
            }
        }
    }
}

package chat.beseda.reports;

import chat.beseda.worktime.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ties goals to the conversation before them: the visitor's last one that somebody had, opened at most thirty days earlier. Not
 * thread-safe.
 */
final class GoalCount {
    private static final long REMEMBERED = Duration.ofDays(30).toMillis();
    /** Names are made by pages: whoever sends thousands of them shall not be listened to for ever. */
    private static final int MOST_NAMES = 200;

    private static final double MOST_WORTH = 1e12;

    private final SqlFacts facts;
    private final Question question;
    private final Asked asked;
    private final Map<Long, List<Before>> before = new HashMap<>();
    private long conversations;
    private long visits;

    /** A conversation that a goal may follow. */
    private record Before(long opened, long lastHolder, boolean isAskedFor) {}

    GoalCount(SqlFacts facts, Question question) {
        this.facts = facts;
        this.question = question;
        this.asked = new Asked(question);
    }

    Goals counted() {
        Interval time = question.days().time();
        List<SqlReportStore.Reached> reached = facts.goals(time).stream()
                .filter(goal -> asked.isOfSite(goal.site()))
                .toList();
        reached.forEach(goal -> before.put(goal.visitor(), new ArrayList<>(1)));
        facts.talks(new Interval(time.from() - REMEMBERED, time.until()), talk -> {
            if (asked.isOfSite(talk.site()) && talk.holders() > 0) {
                boolean isAskedFor = asked.asksFor(talk);
                conversations += talk.opened() >= time.from() && isAskedFor ? 1 : 0;
                List<Before> known = before.get(talk.visitor());
                if (known != null) {
                    known.add(new Before(talk.opened(), talk.holder(talk.holders() - 1), isAskedFor));
                }
            }
        });
        facts.visits(time, (site, at, count) -> {
            visits += asked.isOfSite(site) ? count : 0;
        });
        return counted(reached);
    }

    private Goals counted(List<SqlReportStore.Reached> reached) {
        Map<String, Goals.Goal> names = new TreeMap<>();
        Map<Long, Goals.Reached> operators = new HashMap<>();
        Goals.Reached with = Goals.Reached.NOTHING;
        Goals.Reached without = Goals.Reached.NOTHING;
        for (SqlReportStore.Reached goal : reached) {
            double worth = goal.value().filter(GoalCount::canBe).orElse(0.0);
            Before talk = last(goal);
            Goals.Goal known = names.getOrDefault(
                    goal.name(), new Goals.Goal(goal.name(), Goals.Reached.NOTHING, Goals.Reached.NOTHING));
            if (talk == null && question.isOfSites()) {
                without = without.plus(worth);
                names.put(
                        goal.name(),
                        new Goals.Goal(
                                goal.name(), known.with(), known.without().plus(worth)));
            } else if (talk != null && talk.isAskedFor()) {
                with = with.plus(worth);
                names.put(goal.name(), new Goals.Goal(goal.name(), known.with().plus(worth), known.without()));
                operators.merge(talk.lastHolder(), Goals.Reached.NOTHING.plus(worth), (old, more) -> old.plus(worth));
            }
        }
        return new Goals(
                mostFrequent(names.values()),
                with,
                without,
                Count.ratio((double) with.count(), (double) conversations),
                question.isOfSites() ? Count.ratio((double) without.count(), (double) (visits - conversations)) : null,
                rows(operators));
    }

    /** Whatever a page's script said once. */
    private static boolean canBe(double worth) {
        return worth >= 0 && worth <= MOST_WORTH;
    }

    private static List<Goals.Goal> mostFrequent(Collection<Goals.Goal> goals) {
        return goals.stream()
                .sorted(Comparator.comparingLong(
                        goal -> -goal.with().count() - goal.without().count()))
                .limit(MOST_NAMES)
                .sorted(Comparator.comparing(Goals.Goal::name))
                .toList();
    }

    private @Nullable Before last(SqlReportStore.Reached goal) {
        return before.getOrDefault(goal.visitor(), List.of()).stream()
                .filter(talk -> talk.opened() <= goal.at() && talk.opened() >= goal.at() - REMEMBERED)
                .max(Comparator.comparingLong(Before::opened))
                .orElse(null);
    }

    private List<Goals.OfOperator> rows(Map<Long, Goals.Reached> operators) {
        return operators.entrySet().stream()
                .filter(each -> asked.maySee(each.getKey()))
                .map(each -> new Goals.OfOperator(Long.toString(each.getKey()), each.getValue()))
                .sorted(Comparator.<Goals.OfOperator>comparingDouble(
                                row -> -row.reached().value())
                        .thenComparingLong(row -> -row.reached().count())
                        .thenComparing(Goals.OfOperator::operator))
                .toList();
    }
}

package chat.beseda.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.geo.Place;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules of chance against a clock that is moved minute by minute: a rule speaks at the first minute at which it holds, and no other. */
class RulePropertyTest {
    private static final long MINUTE = 60_000;
    private static final long START = Instant.parse("2026-11-19T20:00:00Z").toEpochMilli();
    private static final int MINUTES = 8 * 24 * 60;

    @Test
    void aRuleSpeaksAtTheFirstMinuteAtWhichItHolds() {
        int spoke = 0;
        int waited = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            var chance = new Random(seed);
            InvitationRule rule = rule(chance);
            Situation seen = seen(chance);
            long expected = firstMinute(rule, seen);
            assertThat(rule.from(seen, START))
                    .as("seed %d: %s of %s", seed, rule, seen)
                    .isEqualTo(expected);
            spoke += expected == Condition.NEVER ? 0 : 1;
            waited += expected > START && expected != Condition.NEVER ? 1 : 0;
        }
        assertThat(spoke).as("the rules are not all vain").isGreaterThan(300);
        assertThat(waited).as("nor all immediate").isGreaterThan(100);
    }

    private static long firstMinute(InvitationRule rule, Situation seen) {
        for (int i = 0; i <= MINUTES; i++) {
            long at = START + i * MINUTE;
            List<Boolean> so = rule.conditions().stream()
                    .map(condition -> holds(condition, seen, at))
                    .toList();
            if (so.isEmpty() || (rule.all() ? !so.contains(false) : so.contains(true))) {
                return at;
            }
        }
        return Condition.NEVER;
    }

    /** What a condition means, said another way than the program says it. */
    private static boolean holds(Condition condition, Situation seen, long at) {
        return switch (condition) {
            case Condition.OnPage(int seconds) -> (at - seen.pageSince()) / 1_000 >= seconds;
            case Condition.OnSite(int seconds) -> (at - seen.siteSince()) / 1_000 >= seconds;
            case Condition.Idle(int seconds) -> seen.idleSince() != null && (at - seen.idleSince()) / 1_000 >= seconds;
            case Condition.Hours(Schedule schedule) -> isOpen(schedule, at);
            case Condition.OfPlace(var places, boolean not) ->
                seen.place() != null && "Perm".equals(seen.place().city()) != not;
            case Condition.Returning(boolean returning) -> returning == (seen.visits() != 1);
            case Condition.Value value -> "5000".equals(seen.values().get(value.name()));
            default -> throw new IllegalArgumentException("no such condition is made up here: " + condition);
        };
    }

    private static boolean isOpen(Schedule schedule, long at) {
        ZonedDateTime here = Instant.ofEpochMilli(at).atZone(Situations.PERM);
        for (int back = 0; back <= 1; back++) {
            ZonedDateTime day = here.toLocalDate().minusDays(back).atStartOfDay(Situations.PERM);
            DayOfWeek name = day.getDayOfWeek();
            boolean named =
                    schedule.days().stream().anyMatch(each -> each.name().equals(name.name()));
            int to = schedule.to() <= schedule.from() ? schedule.to() + Schedule.DAY : schedule.to();
            long minute = (at - day.toInstant().toEpochMilli()) / MINUTE;
            if (named && minute >= schedule.from() && minute < to) {
                return true;
            }
        }
        return false;
    }

    private static InvitationRule rule(Random chance) {
        var conditions = new ArrayList<Condition>();
        int count = chance.nextInt(4);
        for (int i = 0; i < count; i++) {
            conditions.add(condition(chance));
        }
        return Situations.rule(chance.nextInt(3) > 0, conditions.toArray(Condition[]::new));
    }

    private static Condition condition(Random chance) {
        return switch (chance.nextInt(9)) {
            case 0 -> new Condition.OnPage(60 * chance.nextInt(2_000));
            case 1 -> new Condition.OnSite(60 * chance.nextInt(2_000));
            case 2 -> new Condition.Idle(60 * (1 + chance.nextInt(100)));
            case 3, 4, 5 -> new Condition.Hours(schedule(chance));
            case 6 -> new Condition.OfPlace(List.of(new PlacePattern("RU", null, "Пермь")), chance.nextBoolean());
            case 7 -> new Condition.Returning(chance.nextBoolean());
            default -> new Condition.Value("cart", Condition.Value.Test.LEAST, "3000");
        };
    }

    private static Schedule schedule(Random chance) {
        var days = new ArrayList<Schedule.Day>();
        for (Schedule.Day day : Schedule.Day.values()) {
            if (chance.nextInt(3) > 0) {
                days.add(day);
            }
        }
        return new Schedule(days, chance.nextInt(Schedule.DAY), chance.nextInt(Schedule.DAY));
    }

    private static Situation seen(Random chance) {
        Place place =
                chance.nextInt(3) == 0 ? null : new Place("RU", "RU-PER", chance.nextBoolean() ? "Perm" : "Berezniki");
        Long idle = chance.nextBoolean() ? null : START - MINUTE * chance.nextInt(10);
        Situation plain = Situations.plain(START - MINUTE * chance.nextInt(30));
        return Situations.with(plain, place, chance.nextBoolean() ? Map.of("cart", "5000") : Map.of(), idle);
    }
}

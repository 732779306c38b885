package chat.beseda.demo;

import chat.beseda.crowd.Colleague;
import chat.beseda.crowd.Shop;
import chat.beseda.demo.SqlPast.Into;
import chat.beseda.dialogues.Chance;
import chat.beseda.operators.OperatorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's people did on the days of the past: came by their roster, some days late, had lunch and tea when nobody wrote, let
 * an offer go by now and then, and stayed until their last conversation was over. For one thread.
 */
final class Workdays {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int TRIES = 12;
    /** How long an offer stands, in milliseconds. */
    private static final long OFFERED = 30_000;

    private final Shop shop;
    private final Roster roster;
    private final long now;
    private final RandomGenerator chance;
    private final SqlPast past;
    private final Map<OperatorId, List<Long>> letGo = new HashMap<>();

    Workdays(Shop shop, Instant now, long seed, SqlPast past) {
        this.shop = shop;
        this.roster = new Roster(shop);
        this.now = now.toEpochMilli();
        this.chance = new SplittableRandom(seed);
        this.past = past;
    }

    private record Span(long from, long until) {
        boolean touches(Span other) {
            return from < other.until && other.from < until;
        }
    }

    /** A time within a day at which somebody was not online. */
    private record Break(Span time, String state, String cause) {}

    /** @param told the shop's conversations */
    void tell(List<Told> told, LocalDate first) {
        told.forEach(this::offer);
        LocalDate today = date(now);
        for (Colleague one : shop.staff()) {
            Map<LocalDate, List<Span>> held = held(told, one);
            long off = 0;
            for (LocalDate date = first; !date.isAfter(today); date = date.plusDays(1)) {
                List<Span> busy = held.getOrDefault(date, List.of());
                Span day = day(one, date, busy);
                if (day != null) {
                    if (off > 0) {
                        put(one, new Span(off, day.from()), "off", "lost");
                    }
                    work(one, day, busy);
                    off = day.until();
                }
            }
        }
    }

    private Map<LocalDate, List<Span>> held(List<Told> told, Colleague one) {
        var held = new HashMap<LocalDate, List<Span>>();
        for (Told each : told) {
            Long taken = each.taken();
            if (taken != null && each.plan().by().equals(one)) {
                held.computeIfAbsent(date(taken), none -> new ArrayList<>()).add(new Span(taken, each.until()));
            }
        }
        return held;
    }

    private LocalDate date(long moment) {
        return Instant.ofEpochMilli(moment).atZone(shop.rhythm().zone()).toLocalDate();
    }

    /** Now and then the first who was offered a conversation let it go by. */
    private void offer(Told told) {
        if (!shop.rhythm().isOpen(Instant.ofEpochMilli(told.opened()))) {
            return;
        }
        long at = told.opened() + chance.nextLong(200, 900);
        Long taken = told.taken();
        long until = taken == null ? told.until() : taken;
        int asked = switch (told.plan().fate()) {
            case LATE, MISSED -> 1 + chance.nextInt(2);
            case ANSWERED -> Chance.percent(25, chance) ? 1 : 0;
            case WAITING, ACTIVE -> 0;
        };
        List<Colleague> others = new ArrayList<>(roster.at(Instant.ofEpochMilli(told.opened())));
        others.removeIf(one -> taken != null && one.equals(told.plan().by()));
        for (int i = 0; i < asked && i < others.size() && at + OFFERED < until; i++) {
            Colleague one = others.get((i + Math.floorMod(told.plan().seed(), others.size())) % others.size());
            past.add(
                    Into.OFFER,
                    at,
                    one.id().value(),
                    at + OFFERED,
                    "missed",
                    told.id().value());
            letGo.computeIfAbsent(one.id(), none -> new ArrayList<>()).add(at + OFFERED);
            at += OFFERED + chance.nextLong(100, 400);
        }
        if (taken != null && at < taken) {
            past.add(
                    Into.OFFER,
                    at,
                    told.plan().by().id().value(),
                    taken,
                    "taken",
                    told.id().value());
        }
    }

    /** From coming to going; null on a free day. */
    private @Nullable Span day(Colleague one, LocalDate date, List<Span> busy) {
        Span planned = roster.of(date).stream()
                .filter(turn -> turn.who().equals(one))
                .findFirst()
                .map(turn -> asLived(
                        new Span(turn.from().toEpochMilli(), turn.until().toEpochMilli())))
                .orElse(null);
        long from = busy.stream().mapToLong(span -> span.from() - MINUTE).min().orElse(Long.MAX_VALUE);
        long until = busy.stream()
                .mapToLong(span -> span.until() + chance.nextLong(MINUTE, 5 * MINUTE))
                .max()
                .orElse(0);
        if (planned != null) {
            from = Math.min(from, planned.from());
            until = Math.max(until, planned.until());
        }
        return from < Math.min(until, now) ? new Span(from, Math.min(until, now)) : null;
    }

    private Span asLived(Span planned) {
        long from = planned.from()
                + (Chance.percent(9, chance)
                        ? chance.nextLong(6 * MINUTE, 40 * MINUTE)
                        : -chance.nextLong(MINUTE, 14 * MINUTE));
        long until = planned.until()
                + (Chance.percent(8, chance)
                        ? -chance.nextLong(20 * MINUTE, 80 * MINUTE)
                        : chance.nextLong(-2 * MINUTE, 13 * MINUTE));
        return new Span(from, until);
    }

    private void work(Colleague one, Span day, List<Span> busy) {
        long at = day.from();
        String why = "connected";
        for (Break pause : breaks(one, day, busy)) {
            put(one, new Span(at, pause.time().from()), "online", why);
            put(one, pause.time(), pause.state(), pause.cause());
            at = pause.time().until();
            why = pause.state().equals("off") ? "connected" : "own";
        }
        put(one, new Span(at, day.until()), "online", why);
    }

    /** In order, apart from each other and from conversations. */
    private List<Break> breaks(Colleague one, Span day, List<Span> busy) {
        var breaks = new ArrayList<Break>();
        letGo.getOrDefault(one.id(), List.of()).stream()
                .filter(at -> at > day.from() && at < day.until() && Chance.percent(40, chance))
                .forEach(at ->
                        add(breaks, new Span(at, at + chance.nextLong(2 * MINUTE, 7 * MINUTE)), "missed", day, busy));
        if (day.until() - day.from() > 5 * HOUR) {
            somewhere(breaks, new Span(3 * HOUR, 5 * HOUR), new Span(26 * MINUTE, 48 * MINUTE), "own", day, busy);
        }
        var anywhere = new Span(HOUR / 2, Math.max(HOUR, day.until() - day.from() - HOUR / 2));
        for (int cups = chance.nextInt(3); cups > 0; cups--) {
            somewhere(breaks, anywhere, new Span(5 * MINUTE, 14 * MINUTE), "own", day, busy);
        }
        if (Chance.percent(14, chance)) {
            somewhere(breaks, anywhere, new Span(7 * MINUTE, 21 * MINUTE), "idle", day, busy);
        }
        if (Chance.percent(10, chance)) {
            somewhere(breaks, anywhere, new Span(MINUTE / 2, 5 * MINUTE), "lost", day, busy);
        }
        breaks.sort(Comparator.comparingLong(pause -> pause.time().from()));
        return breaks;
    }

    /** @param when the break begins, counted from the day's beginning */
    private void somewhere(List<Break> breaks, Span when, Span length, String cause, Span day, List<Span> busy) {
        for (int i = 0; i < TRIES; i++) {
            long from = day.from() + chance.nextLong(when.from(), when.until());
            var time = new Span(from, from + chance.nextLong(length.from(), length.until()));
            if (add(breaks, time, cause, day, busy)) {
                return;
            }
        }
    }

    private static boolean add(List<Break> breaks, Span time, String cause, Span day, List<Span> busy) {
        var around = new Span(time.from() - 2 * MINUTE, time.until() + 2 * MINUTE);
        boolean free = around.from() > day.from()
                && around.until() < day.until()
                && busy.stream().noneMatch(around::touches)
                && breaks.stream().noneMatch(other -> around.touches(other.time()));
        return free && breaks.add(new Break(time, cause.equals("lost") ? "off" : "away", cause));
    }

    private void put(Colleague one, Span time, String state, String cause) {
        past.add(Into.SHIFT, one.id().value(), time.from(), time.until(), state, cause);
    }
}

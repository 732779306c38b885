package chat.beseda.demo;

import chat.beseda.crowd.Shop;
import chat.beseda.demo.SqlPast.Into;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Phrasebook.PageWords;
import chat.beseda.dialogues.Rhythm;
import chat.beseda.dialogues.TextFile;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.VisitorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who came to a shop in the past: those who asked, and the many who looked around and went; where they came from, and
 * what they bought. For one thread.
 */
final class Visiting {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    /** Ids of a millisecond from here on belong to nobody who did something in it by himself. */
    private static final long OWN_IDS = 1 << 19;

    private static final int COMES_AGAIN_PERCENT = 28;
    private static final int REMEMBERED = 2_500;

    private final Shop shop;
    private final Instant now;
    private final RandomGenerator chance;
    private final SqlPast past;
    private final boolean russian;
    private final List<Origin> origins;
    private final List<PageWords> pages;
    private final List<Stay> stays = new ArrayList<>();

    Visiting(Shop shop, Instant now, long seed, SqlPast past) {
        this.shop = shop;
        this.now = now;
        this.chance = new SplittableRandom(seed);
        this.past = past;
        String language = shop.book().language();
        this.russian = language.equals("ru");
        this.origins = new TextFile(language + "/sources.txt")
                .rows(3, row -> new Origin(Integer.parseInt(row.get(0)), row.get(1), row.get(2)));
        this.pages = shop.book().allPages();
    }

    /** Where visitors come from: how often, the page before, and the marks of the advertisement. */
    private record Origin(int weight, String referrer, String marks) {}

    private record Reached(long at, String name, @Nullable Double value) {}

    /** @param told what was asked in it; null for nothing */
    private record Stay(
            Someone who,
            long from,
            long until,
            int pages,
            @Nullable Told told,
            @Nullable Reached goal) {}

    private record Success(long visit, Stay stay, Reached goal) {}

    private static final class Someone {
        private final @Nullable VisitorId asked;
        private long id;
        private long first;
        private long last;
        private int visits;

        Someone(@Nullable VisitorId asked) {
            this.asked = asked;
        }

        void came(Stay stay) {
            first = visits == 0 ? stay.from() : first;
            last = Math.max(last, stay.until());
            visits++;
        }
    }

    /**
     * Tells all of it.
     *
     * @param told the shop's conversations, in order
     * @param others how many visits there were besides
     */
    void tell(List<Told> told, Instant first, int others) {
        var known = new HashMap<VisitorId, Someone>();
        for (Told each : told) {
            boolean isNew = !known.containsKey(each.visitor());
            Someone who = known.computeIfAbsent(each.visitor(), Someone::new);
            Stay asked = withQuestion(who, each);
            long earlier = asked.from() - chance.nextLong(HOUR, 200 * HOUR);
            if (isNew && Chance.percent(35, chance) && earlier > first.toEpochMilli()) {
                stays.add(looking(who, earlier, asked.from()));
            }
            stays.add(asked);
        }
        lookAround(first, others);
        stays.sort(Comparator.comparingLong(Stay::from));
        write(known);
    }

    private Stay withQuestion(Someone who, Told told) {
        long from = told.opened() - chance.nextLong(40_000, 9 * MINUTE);
        long until = told.until() + chance.nextLong(10_000, 8 * MINUTE);
        Reached goal = switch (told.plan().fate()) {
            case ANSWERED -> goal(14, 5, told.until());
            case LATE -> goal(6, 3, told.until());
            case MISSED -> goal(2, 2, told.until());
            case WAITING, ACTIVE -> null;
        };
        return new Stay(who, from, limited(goal, until), 2 + chance.nextInt(7), told, goal);
    }

    private long limited(@Nullable Reached goal, long until) {
        long last = goal == null ? until : Math.max(until, goal.at() + MINUTE);
        return Math.min(last, now.toEpochMilli());
    }

    private @Nullable Reached goal(int orders, int calls, long after) {
        int luck = chance.nextInt(100);
        long at = after + chance.nextLong(MINUTE, 25 * MINUTE);
        if (luck >= orders + calls || at > now.toEpochMilli()) {
            return null;
        }
        return luck < orders ? new Reached(at, "order", worth()) : new Reached(at, "call", null);
    }

    /** Roubles, or pounds. */
    private double worth() {
        double worth = Chance.around(russian ? 3.4 : 0.12, 0.75, chance);
        return russian ? Math.round(worth / 10) * 10 : worth;
    }

    private Stay looking(Someone who, long from, long end) {
        int seen = 1;
        while (seen < 12 && Chance.percent(58, chance)) {
            seen++;
        }
        long until = Math.min(from + Chance.around(35.0 * seen, 0.7, chance), end);
        Reached goal = chance.nextInt(10) == 0 ? goal(16, 5, until) : null;
        return new Stay(who, from, limited(goal, until), seen, null, goal);
    }

    /** Those who never asked; some come again. */
    private void lookAround(Instant first, int count) {
        var known = new ArrayList<Someone>();
        var lastSeen = new HashMap<Someone, Long>();
        for (Instant at : leisure().openings(first, now, count, chance)) {
            long from = at.toEpochMilli();
            Someone who = null;
            if (!known.isEmpty() && Chance.percent(COMES_AGAIN_PERCENT, chance)) {
                who = known.get(chance.nextInt(Math.max(0, known.size() - REMEMBERED), known.size()));
            }
            if (who == null || lastSeen.getOrDefault(who, 0L) + HOUR > from) {
                who = new Someone(null);
                known.add(who);
            }
            Stay stay = looking(who, from, now.toEpochMilli());
            lastSeen.put(who, stay.until());
            stays.add(stay);
        }
    }

    /** People look around in the evening as well as by day. */
    private Rhythm leisure() {
        return new Rhythm(shop.rhythm().zone(), 8, 23, shop.rhythm().months());
    }

    private void write(Map<VisitorId, Someone> known) {
        var goals = new ArrayList<Success>();
        long last = 0;
        long number = past.visitors(shop.site().id());
        var newcomers = new ArrayList<Someone>();
        for (Stay stay : stays) {
            last = id(last, stay.from());
            Someone who = stay.who();
            if (who.visits == 0) {
                who.id = who.asked == null ? last : who.asked.value();
                if (who.asked == null) {
                    newcomers.add(who);
                }
            }
            who.came(stay);
            writeVisit(last, stay);
            if (stay.goal() != null) {
                goals.add(new Success(last, stay, stay.goal()));
            }
        }
        long site = shop.site().id().value();
        for (Someone one : newcomers) {
            past.add(Into.VISITOR, one.id, site, ++number, one.first, one.last, one.visits);
        }
        past.add(Into.VISITOR_NUMBER, number, site);
        known.values().forEach(one -> past.add(Into.VISITOR_CAME, one.first, one.visits, one.id));
        writeGoals(goals);
    }

    private void writeVisit(long id, Stay stay) {
        Origin origin = Chance.weighted(origins, Origin::weight, chance);
        List<PageWords> walk = walk(stay);
        String entry = shop.address() + walk.getFirst().path();
        String marks = origin.marks().isEmpty() ? "" : "?" + origin.marks();
        past.add(
                Into.VISIT,
                id,
                stay.who().id,
                shop.site().id().value(),
                stay.from(),
                stay.until(),
                stay.pages(),
                entry + marks,
                origin.referrer());
        if (stay.told() == null) {
            return;
        }
        long step = Math.max(1, (stay.told().opened() - stay.from()) / walk.size());
        for (int i = 0; i < walk.size(); i++) {
            PageWords page = walk.get(i);
            past.add(
                    Into.PAGE_VIEW,
                    id,
                    i + 1,
                    stay.from() + step * i,
                    shop.address() + page.path() + (i == 0 ? marks : ""),
                    page.title() + " — " + shop.site().name());
        }
    }

    /** Of somebody who asked all pages, the last is the one they asked on; of others the first page only. */
    private List<PageWords> walk(Stay stay) {
        PageWords first = Chance.percent(30, chance) ? pages.getFirst() : Chance.of(pages, chance);
        if (stay.told() == null) {
            return List.of(first);
        }
        var walk = new ArrayList<PageWords>();
        walk.add(first);
        while (walk.size() < stay.pages() - 1) {
            walk.add(Chance.of(pages, chance));
        }
        var dialogue = stay.told().plan().dialogue();
        walk.add(new PageWords(dialogue.path(), dialogue.title()));
        return walk;
    }

    private void writeGoals(List<Success> goals) {
        long last = 0;
        goals.sort(Comparator.comparingLong(each -> each.goal().at()));
        for (Success each : goals) {
            Reached goal = each.goal();
            last = id(last, goal.at());
            past.add(
                    Into.GOAL,
                    last,
                    shop.site().id().value(),
                    each.stay().who().id,
                    each.visit(),
                    goal.at(),
                    goal.name(),
                    goal.value());
        }
    }

    /** In order of time; the shops' are told apart by their language, or they might be the same in a millisecond. */
    private long id(long last, long at) {
        return Math.max(last + 1, IdSource.firstAt(at) + OWN_IDS + (russian ? 0 : OWN_IDS / 2));
    }
}

package chat.beseda.demo;

import chat.beseda.crowd.Colleague;
import chat.beseda.crowd.Shop;
import chat.beseda.demo.Planned.Fate;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue;
import chat.beseda.dialogues.Persona;
import chat.beseda.dialogues.Scriptwriter;
import chat.beseda.dialogues.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Decides who wrote when and about what in the year before a moment. A seed gives the same year again. */
final class YearPlan {
    static final int WAITING = 3;
    static final int ACTIVE = 6;
    private static final int OF_THE_BOSS = 2;
    private static final Duration YEAR = Duration.ofDays(365);
    /** Ids of rows count the time from 2026 on; nothing can have happened before. */
    private static final Instant IDS_BEGIN = Instant.parse("2026-01-01T00:00:01Z");

    private static final Duration QUIET_BEFORE_NOW = Duration.ofHours(2);
    private static final Duration AFTER_OPENING = Duration.ofMinutes(20);
    private static final int COMES_AGAIN_PERCENT = 22;

    private final Instant now;
    private final RandomGenerator chance;

    YearPlan(Instant now, long seed) {
        this.now = now;
        this.chance = new SplittableRandom(seed);
    }

    /** From when on anything happened. */
    static Instant beginning(Instant now) {
        Instant yearAgo = now.minus(YEAR);
        return yearAgo.isBefore(IDS_BEGIN) ? IDS_BEGIN : yearAgo;
    }

    /** So many closed conversations of each shop, and those that are open now, in order of their beginning. */
    List<Planned> of(List<Shop> shops, List<Integer> counts) {
        var plan = new ArrayList<Planned>();
        for (int i = 0; i < shops.size(); i++) {
            plan.addAll(closed(shops.get(i), counts.get(i)));
        }
        for (int i = 0; i < WAITING; i++) {
            plan.add(open(shops.get(i % shops.size()), Fate.WAITING, Chance.between(20, 240, chance)));
        }
        for (int i = 0; i < ACTIVE; i++) {
            Planned active = open(shops.get(i % shops.size()), Fate.ACTIVE, Chance.between(200, 700, chance));
            plan.add(i < OF_THE_BOSS ? active.by(active.shop().boss()) : active);
        }
        plan.sort(Comparator.comparingLong(Planned::at));
        return apart(plan);
    }

    /** Nobody begins in the same millisecond as another: that is what their ids are made of. */
    private static List<Planned> apart(List<Planned> plan) {
        var apart = new ArrayList<Planned>();
        long free = 0;
        for (Planned planned : plan) {
            apart.add(planned.at() >= free ? planned : planned.at(free));
            free = apart.getLast().at() + 1;
        }
        return apart;
    }

    private List<Planned> closed(Shop shop, int count) {
        var writer = new Scriptwriter(shop.book(), chance);
        var regulars = new ArrayList<Regular>();
        Instant from = beginning(now);
        var plan = new ArrayList<Planned>();
        for (Instant at : shop.rhythm().openings(from, now.minus(QUIET_BEFORE_NOW), count, chance)) {
            Regular regular = regular(shop, regulars, at);
            Dialogue dialogue = writer.write(regular.persona(), shop.rhythm().month(at));
            plan.add(planned(shop, regular, dialogue, fate(shop, at), at));
        }
        return plan;
    }

    private Planned open(Shop shop, Fate fate, long ago) {
        var regular = new Regular(Persona.any(shop.book(), chance));
        Dialogue dialogue = new Scriptwriter(shop.book(), chance)
                .write(regular.persona(), shop.rhythm().month(now));
        return planned(shop, regular, dialogue, fate, now.minusMillis(ago));
    }

    private Planned planned(Shop shop, Regular regular, Dialogue dialogue, Fate fate, Instant at) {
        Colleague by = whoAnswers(shop, dialogue.topic(), fate, at);
        long until = now.minusSeconds(20).toEpochMilli();
        return new Planned(shop, regular, dialogue, fate, by, at.toEpochMilli(), until, chance.nextLong());
    }

    /** Now they are all there; in the past those whose turn it was, and of these usually somebody of the department. */
    private Colleague whoAnswers(Shop shop, Topic topic, Fate fate, Instant at) {
        if (fate == Fate.WAITING || fate == Fate.ACTIVE) {
            return shop.whoAnswers(topic, chance);
        }
        Instant answered =
                shop.rhythm().isOpen(at) ? at : shop.rhythm().nextOpening(at).plus(AFTER_OPENING);
        return Chance.weighted(
                new Roster(shop).at(answered), one -> one.departments().contains(topic.department()) ? 8 : 1, chance);
    }

    /** Somebody new, or one of those who came before. */
    private Regular regular(Shop shop, List<Regular> regulars, Instant at) {
        if (!regulars.isEmpty() && Chance.percent(COMES_AGAIN_PERCENT, chance)) {
            Regular regular = Chance.of(regulars, chance);
            if (regular.comes(at)) {
                return regular;
            }
        }
        var newcomer = new Regular(Persona.any(shop.book(), chance));
        newcomer.comes(at);
        regulars.add(newcomer);
        return newcomer;
    }

    private Fate fate(Shop shop, Instant at) {
        int luck = chance.nextInt(100);
        if (!shop.rhythm().isOpen(at)) {
            boolean answeredByNow = shop.rhythm().nextOpening(at).isBefore(now.minus(QUIET_BEFORE_NOW));
            return answeredByNow && luck < 45 ? Fate.ANSWERED : Fate.MISSED;
        }
        return luck < 4 ? Fate.MISSED : luck < 12 ? Fate.LATE : Fate.ANSWERED;
    }
}

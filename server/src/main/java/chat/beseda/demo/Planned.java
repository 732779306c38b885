package chat.beseda.demo;

import chat.beseda.crowd.Colleague;
import chat.beseda.crowd.Guest;
import chat.beseda.crowd.Shop;
import chat.beseda.dialogues.Dialogue;
import java.util.List;
import java.util.Optional;

/**
 * A conversation of the past that is going to be told.
 *
 * @param at when it begins, UTC epoch milliseconds
 * @param until when the story ends, whether or not the conversation has: nothing happens later
 * @param seed of the chances within it, so that conversations can be told side by side
 */
record Planned(Shop shop, Regular regular, Dialogue dialogue, Fate fate, Colleague by, long at, long until, long seed) {

    /** What becomes of a conversation. */
    enum Fate {
        ANSWERED,
        /** The first answer takes more than five minutes. */
        LATE,
        /** The visitor gives up. */
        MISSED,
        /** Nobody has answered yet. */
        WAITING,
        /** It is going on. */
        ACTIVE
    }

    /** The same, begun at another time. */
    Planned at(long other) {
        return new Planned(shop, regular, dialogue, fate, by, other, until, seed);
    }

    /** The same, answered by another colleague. */
    Planned by(Colleague other) {
        return new Planned(shop, regular, dialogue, fate, other, at, until, seed);
    }

    /** The visitor, when the conversation is one in which somebody has to answer him now. */
    Optional<Guest> guest() {
        String visit = regular.visit();
        boolean expects = fate == Fate.WAITING || (fate == Fate.ACTIVE && by.equals(shop.boss()));
        return expects && visit != null ? Optional.of(new Guest(shop, dialogue, visit)) : Optional.empty();
    }

    /** How much of the dialogue is told: all of it, unless it ends early. */
    List<Dialogue.Line> lines() {
        List<Dialogue.Line> all = dialogue.lines();
        int middle = all.size() - dialogue.ending();
        return switch (fate) {
            case ANSWERED, LATE -> all;
            case MISSED, WAITING -> all.subList(0, dialogue.asked());
            case ACTIVE -> all.subList(0, dialogue.asked() + 1 + Math.floorMod(seed, middle - dialogue.asked()));
        };
    }
}

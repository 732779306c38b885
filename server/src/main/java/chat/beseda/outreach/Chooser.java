package chat.beseda.outreach;

import java.util.List;
import java.util.function.ToLongFunction;

/** Decides which rule speaks to a visitor now, or when to ask again. Pure. */
final class Chooser {
    private Chooser() {}

    /** The decision. */
    sealed interface Choice {

        record Speak(InvitationRule rule) implements Choice {}

        /**
         * Nobody speaks now.
         *
         * @param until {@link Condition#NEVER}: only another page or another word of the visitor can change it
         */
        record Wait(long until) implements Choice {}
    }

    /**
     * Asks a site's rules in their order.
     *
     * @param allowedFrom from when on a rule's limits, and whoever has to be on line, let it speak; asked only of rules that hold
     */
    static Choice choose(
            List<InvitationRule> rules, Situation seen, long now, ToLongFunction<InvitationRule> allowedFrom) {
        long next = Condition.NEVER;
        for (InvitationRule rule : rules) {
            long from = rule.from(seen, now);
            if (from <= now) {
                from = allowedFrom.applyAsLong(rule);
                if (from <= now) {
                    return new Choice.Speak(rule);
                }
            }
            next = Math.min(next, from);
        }
        return new Choice.Wait(next);
    }
}

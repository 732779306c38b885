package chat.beseda.outreach;

import org.jspecify.annotations.Nullable;

/**
 * What one visitor was already invited to. Times are UTC epoch milliseconds.
 *
 * @param visit the number of the visit that {@code shown} counts
 * @param day the day of the site, counted from 1970, that {@code shownToday} counts
 * @param refusedVisit the number of the last visit in which he refused; 0 for none
 */
record Past(
        int visit,
        int shown,
        long day,
        int shownToday,
        int refusedVisit,
        @Nullable Long refusedAt) {

    private static final long MINUTE = 60_000;

    static final Past NOTHING = new Past(0, 0, 0, 0, 0, null);

    Past shown(int thisVisit, long today) {
        return new Past(
                thisVisit,
                visit == thisVisit ? shown + 1 : 1,
                today,
                day == today ? shownToday + 1 : 1,
                refusedVisit,
                refusedAt);
    }

    Past refused(int thisVisit, long now) {
        return new Past(visit, shown, day, shownToday, thisVisit, now);
    }

    /**
     * From when on the rule's limits let it speak; {@link Condition#NEVER} for not within this visit.
     *
     * @param lastConversation when the visitor's last conversation ended, {@link Long#MAX_VALUE} while it goes on, null for none
     */
    long allowsFrom(InvitationRule rule, int thisVisit, long today, @Nullable Long lastConversation) {
        boolean often = visit == thisVisit && shown >= rule.perVisit();
        boolean oftenToday = day == today && shownToday >= rule.perDay();
        boolean talks = lastConversation != null && lastConversation == Long.MAX_VALUE;
        if (often || oftenToday || talks || refusedVisit == thisVisit) {
            return Condition.NEVER;
        }
        long afterRefusal = refusedAt == null ? 0 : refusedAt + rule.afterRefusal() * MINUTE;
        long afterTalk = lastConversation == null ? 0 : lastConversation + rule.afterConversation() * MINUTE;
        return Math.max(afterRefusal, afterTalk);
    }
}

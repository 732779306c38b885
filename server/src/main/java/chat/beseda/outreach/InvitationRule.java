package chat.beseda.outreach;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a visitor is invited, with what words, and on whose behalf. A site's rules are asked in their order: the first one that
 * holds speaks.
 *
 * @param id names the rule among the site's for ever: its figures hang on it; empty for one that is not stored yet
 * @param all every condition has to hold; otherwise any one of them
 * @param conditions none: holds at once
 * @param text language to words; what is missing is said in the standard words
 * @param operator on whose behalf, while they are on line; null or away: somebody who is
 * @param perVisit most invitations of all rules within one visit before this one keeps silent
 * @param perDay the same within a day of the site
 * @param afterRefusal minutes of silence after a «Нет, спасибо», besides the rest of that visit
 * @param afterConversation minutes of silence after the visitor's last conversation has ended
 */
public record InvitationRule(
        String id,
        String name,
        boolean enabled,
        boolean all,
        List<Condition> conditions,
        Map<String, String> text,
        @Nullable String operator,
        int perVisit,
        int perDay,
        int afterRefusal,
        int afterConversation) {

    /** The id of the rule that every site begins with. */
    public static final String STANDARD_ID = "1";

    private static final int STANDARD_SECONDS = 300;
    private static final int AFTER_REFUSAL = 24 * 60;
    /** Hours that never meet within a week never meet. */
    private static final long WEEK_AND_MORE = Duration.ofDays(9).toMillis();

    public InvitationRule {
        conditions = List.copyOf(conditions);
        text = Map.copyOf(text);
    }

    /** Five minutes on the page. */
    public static InvitationRule standard() {
        return new InvitationRule(
                STANDARD_ID,
                "",
                true,
                true,
                List.of(new Condition.OnPage(STANDARD_SECONDS)),
                Map.of(),
                null,
                1,
                3,
                AFTER_REFUSAL,
                60);
    }

    InvitationRule named(String newId) {
        return new InvitationRule(
                newId,
                name,
                enabled,
                all,
                conditions,
                text,
                operator,
                perVisit,
                perDay,
                afterRefusal,
                afterConversation);
    }

    /** The earliest time, not before now, at which it may speak if nothing but time moves; {@link Condition#NEVER} for none. */
    long from(Situation seen, long now) {
        if (!enabled) {
            return Condition.NEVER;
        }
        return all ? allFrom(seen, now) : anyFrom(seen, now);
    }

    private long anyFrom(Situation seen, long now) {
        return conditions.isEmpty()
                ? now
                : conditions.stream()
                        .mapToLong(condition -> condition.from(seen, now))
                        .min()
                        .orElse(now);
    }

    /** Hours may end before the seconds are full, so every later time is asked again until it stands still. */
    private long allFrom(Situation seen, long now) {
        long at = now;
        long first = Condition.NEVER;
        while (at != Condition.NEVER && (first == Condition.NEVER || at <= first + WEEK_AND_MORE)) {
            long next = at;
            for (Condition condition : conditions) {
                next = Math.max(next, condition.from(seen, at));
            }
            if (next == at) {
                return at;
            }
            at = next;
            first = Math.min(first, at);
        }
        return Condition.NEVER;
    }
}

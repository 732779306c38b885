package chat.beseda.routing;

import chat.beseda.sites.DepartmentId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Rules as somebody wants them; perhaps out of the limits. */
public record RoutingDraft(
        RoutingRules.Mode mode,
        RoutingRules.Choice choice,
        int offerSeconds,
        int graceSeconds,
        int silenceMinutes,
        @Nullable DepartmentId overflow,
        int overflowSeconds,
        int answerSeconds,
        String skill,
        int priority) {

    RoutingDraft withSkill(String other) {
        return new RoutingDraft(
                mode,
                choice,
                offerSeconds,
                graceSeconds,
                silenceMinutes,
                overflow,
                overflowSeconds,
                answerSeconds,
                other,
                priority);
    }

    /** @throws IllegalArgumentException when an offer would be too short or too long */
    RoutingRules rules() {
        return new RoutingRules(
                mode,
                choice,
                Duration.ofSeconds(offerSeconds),
                Duration.ofSeconds(graceSeconds),
                Duration.ofMinutes(silenceMinutes),
                overflow,
                Duration.ofSeconds(overflowSeconds),
                Duration.ofSeconds(answerSeconds),
                skill,
                priority);
    }
}

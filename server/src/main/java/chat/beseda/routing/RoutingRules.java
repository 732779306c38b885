package chat.beseda.routing;

import chat.beseda.sites.DepartmentId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the questions of a site or a department find an operator.
 *
 * @param offer how long one operator is asked before the next one is, 5 to 900 seconds
 * @param grace how long the conversations of an operator whose connection was lost wait for them to come back
 * @param silence after so long without a word a conversation does not count against the capacity
 * @param overflow the department a question goes to when it has waited for {@code overflowAfter}
 * @param answer how long somebody may think about taking over a conversation that is handed to them
 * @param skill what whoever takes it should have; empty for nothing special
 * @param priority questions of a higher one go first; 0 is usual
 */
public record RoutingRules(
        Mode mode,
        Choice choice,
        Duration offer,
        Duration grace,
        Duration silence,
        @Nullable DepartmentId overflow,
        Duration overflowAfter,
        Duration answer,
        String skill,
        int priority) {
    public static final Duration SHORTEST_OFFER = Duration.ofSeconds(5);
    public static final Duration LONGEST_OFFER = Duration.ofMinutes(15);

    /** Who begins: the router that offers, or the operator who picks. */
    public enum Mode {
        AUTOMATIC,
        MANUAL,
        /** Offered one by one, and whoever sees it in the queue may pick it meanwhile. */
        BOTH;

        boolean offers() {
            return this != MANUAL;
        }
    }

    /** Who of the free ones is asked first. */
    public enum Choice {
        /** The one with the smallest part of the capacity in use. */
        LEAST_BUSY,
        /** The one whose last conversation ended first. */
        LONGEST_IDLE,
        /** The one who was asked longest ago. */
        IN_TURN
    }

    public RoutingRules {
        if (offer.compareTo(SHORTEST_OFFER) < 0 || offer.compareTo(LONGEST_OFFER) > 0) {
            throw new IllegalArgumentException("an offer lasts 5 to 900 s, not " + offer.toSeconds() + " s");
        }
    }

    /** The same, when there is no such department any more. */
    RoutingRules withoutOverflow() {
        return new RoutingRules(mode, choice, offer, grace, silence, null, overflowAfter, answer, skill, priority);
    }

    /** Offers of 30 seconds to the least busy; or whoever picks first. */
    public static RoutingRules standard() {
        return new RoutingRules(
                Mode.BOTH,
                Choice.LEAST_BUSY,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                null,
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                "",
                0);
    }
}

package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open conversation as the router sees it. Times are UTC epoch milliseconds.
 *
 * @param version of the ownership; a decision names it and is refused when it is not that any more
 * @param wants what whoever takes it should be able to, as {@code lang:ru}; not insisted on while nobody on line is
 * @param ahead it stands before the others of its priority
 * @param since what it stands in the queue by: when the visitor began to wait
 * @param inDepartmentSince when it came to the department it is in
 * @param lastWordAt when somebody last said something
 * @param answered whether an operator spoke last
 * @param passed who was offered it in this round and did not take it
 * @param regular who answered this visitor before
 */
public record Question(
        ConversationId id,
        int version,
        SiteId site,
        @Nullable DepartmentId department,
        Set<String> wants,
        RoutingRules rules,
        boolean ahead,
        long since,
        long inDepartmentSince,
        long lastWordAt,
        boolean answered,
        Stage stage,
        Set<OperatorId> passed,
        @Nullable OperatorId regular) {

    /** Whose it is. */
    public sealed interface Stage {}

    /** Nobody's. */
    public record Queued() implements Stage {}

    /** One operator is asked, until then. */
    public record Offered(OperatorId to, long until) implements Stage {}

    public record Active(OperatorId owner) implements Stage {}

    public Question {
        wants = Set.copyOf(wants);
        passed = Set.copyOf(passed);
    }

    /** Who has it on their desk: the owner or the one it is offered to. */
    @Nullable
    OperatorId holder() {
        return switch (stage) {
            case Queued() -> null;
            case Offered(OperatorId to, long until) -> to;
            case Active(OperatorId owner) -> owner;
        };
    }

    /** Whether words on its owner's desk are all that came to it. */
    boolean isSpokenInSince(Question before) {
        return stage instanceof Active
                && equals(new Question(
                        id,
                        before.version,
                        before.site,
                        before.department,
                        before.wants,
                        before.rules,
                        before.ahead,
                        since,
                        before.inDepartmentSince,
                        lastWordAt,
                        answered,
                        before.stage,
                        before.passed,
                        before.regular));
    }

    Question queued(int version, Set<OperatorId> passed) {
        return in(new Queued(), version, department, inDepartmentSince, passed);
    }

    Question offered(OperatorId to, long until, Set<OperatorId> passed) {
        return in(new Offered(to, until), version + 1, department, inDepartmentSince, passed);
    }

    Question movedTo(@Nullable DepartmentId other, long now) {
        return in(new Queued(), version + 1, other, now, Set.of());
    }

    Question aheadOfAll() {
        return new Question(
                id,
                version,
                site,
                department,
                wants,
                rules,
                true,
                since,
                inDepartmentSince,
                lastWordAt,
                answered,
                stage,
                passed,
                regular);
    }

    Set<OperatorId> passedAnd(OperatorId one) {
        var more = new HashSet<>(passed);
        more.add(one);
        return more;
    }

    private Question in(
            Stage next, int newVersion, @Nullable DepartmentId where, long whereSince, Set<OperatorId> passedBy) {
        return new Question(
                id,
                newVersion,
                site,
                where,
                wants,
                rules,
                ahead,
                since,
                whereSince,
                lastWordAt,
                answered,
                next,
                passedBy,
                regular);
    }
}

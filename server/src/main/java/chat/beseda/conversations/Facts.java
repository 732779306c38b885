package chat.beseda.conversations;

import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a conversation in every state. Times are UTC epoch milliseconds.
 *
 * @param key 22 random characters: the visitor's name for it, telling nothing of how many there are
 * @param departmentSince when it came to its department, or back into its queue
 * @param passed who was offered it in this round and did not take it
 * @param language what the visitor's browser speaks, as {@code uk}; empty when nobody knows
 * @param ahead it was somebody's who was lost, so it stands before the others in the queue
 * @param version grows with every change of who owns it; an order given for an older version is refused
 * @param waitingSince since when the visitor waits for an answer; null when an operator spoke last
 * @param publicTop the newest seq of the public stream; 0 before the first
 * @param visitorSeen the newest public seq that was on the visitor's screen
 * @param operatorSeen the newest public seq that was on an operator's screen
 */
public record Facts(
        ConversationId id,
        String key,
        SiteId site,
        @Nullable DepartmentId department,
        long departmentSince,
        Set<OperatorId> passed,
        VisitorId visitor,
        String language,
        boolean ahead,
        int version,
        long openedAt,
        @Nullable Long waitingSince,
        long publicTop,
        long internalTop,
        long visitorSeen,
        long operatorSeen,
        @Nullable Preview preview) {

    public Facts {
        passed = Set.copyOf(passed);
    }

    static Facts ofNew(ConversationId id, String key, Visitor visitor, Opening opening, long at) {
        return new Facts(
                id,
                key,
                visitor.site(),
                opening.department(),
                at,
                Set.of(),
                visitor.id(),
                opening.language(),
                false,
                0,
                at,
                null,
                0,
                0,
                0,
                0,
                null);
    }

    /** When somebody last said something, UTC epoch milliseconds. */
    public long lastWordAt() {
        return preview == null ? openedAt : preview.at();
    }

    /** The newest seq of a stream. */
    public long top(Stream stream) {
        return switch (stream) {
            case PUBLIC -> publicTop;
            case INTERNAL -> internalTop;
        };
    }

    Facts withNextVersion() {
        return new Facts(
                id,
                key,
                site,
                department,
                departmentSince,
                passed,
                visitor,
                language,
                ahead,
                version + 1,
                openedAt,
                waitingSince,
                publicTop,
                internalTop,
                visitorSeen,
                operatorSeen,
                preview);
    }

    Facts withNext(Stream stream) {
        long nextPublic = stream == Stream.PUBLIC ? publicTop + 1 : publicTop;
        long nextInternal = stream == Stream.INTERNAL ? internalTop + 1 : internalTop;
        return new Facts(
                id,
                key,
                site,
                department,
                departmentSince,
                passed,
                visitor,
                language,
                ahead,
                version,
                openedAt,
                waitingSince,
                nextPublic,
                nextInternal,
                visitorSeen,
                operatorSeen,
                preview);
    }

    Facts withMessage(@Nullable Long waiting, Preview newest) {
        return new Facts(
                id,
                key,
                site,
                department,
                departmentSince,
                passed,
                visitor,
                language,
                ahead,
                version,
                openedAt,
                waiting,
                publicTop,
                internalTop,
                visitorSeen,
                operatorSeen,
                newest);
    }

    /** In the queue of a department since a time, with the next version; in a round in which these have passed it over. */
    Facts queued(@Nullable DepartmentId where, long since, Set<OperatorId> passedBy) {
        return new Facts(
                id,
                key,
                site,
                where,
                since,
                passedBy,
                visitor,
                language,
                ahead,
                version + 1,
                openedAt,
                waitingSince,
                publicTop,
                internalTop,
                visitorSeen,
                operatorSeen,
                preview);
    }

    Facts passedBy(Set<OperatorId> operators) {
        return queued(department, departmentSince, operators);
    }

    /** The same, before the others of its queue or among them. */
    Facts ahead(boolean before) {
        return new Facts(
                id,
                key,
                site,
                department,
                departmentSince,
                passed,
                visitor,
                language,
                before,
                version,
                openedAt,
                waitingSince,
                publicTop,
                internalTop,
                visitorSeen,
                operatorSeen,
                preview);
    }
}

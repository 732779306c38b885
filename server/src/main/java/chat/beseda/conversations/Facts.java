package chat.beseda.conversations;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a conversation in every state. Times are UTC epoch milliseconds.
 *
 * @param key 22 random characters: the visitor's name for it, telling nothing of how many there are
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
        VisitorId visitor,
        int version,
        long openedAt,
        @Nullable Long waitingSince,
        long publicTop,
        long internalTop,
        long visitorSeen,
        long operatorSeen,
        @Nullable Preview preview) {

    static Facts ofNew(ConversationId id, String key, Visitor visitor, long at) {
        return new Facts(id, key, visitor.site(), null, visitor.id(), 0, at, null, 0, 0, 0, 0, null);
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
                visitor,
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
                visitor,
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
                visitor,
                version,
                openedAt,
                waiting,
                publicTop,
                internalTop,
                visitorSeen,
                operatorSeen,
                newest);
    }
}

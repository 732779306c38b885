package chat.beseda.conversations;

import static chat.beseda.events.Stream.INTERNAL;
import static chat.beseda.events.Stream.PUBLIC;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.conversations.Ruling.Allowed;
import chat.beseda.conversations.Ruling.Already;
import chat.beseda.conversations.Ruling.Denied;
import chat.beseda.events.Author;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventBody.Left.Reason;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of handing a conversation over and of taking it from somebody. As {@link Ruling} they ask nobody. */
final class Handing {
    private Handing() {}

    /** The owner hands it over: at once to a department, after a word of theirs to an operator; the visitor may be asked first. */
    static Ruling begin(Conversation conversation, OperatorId by, int version, Transfer transfer, long at) {
        if (!(conversation instanceof Active active)
                || !active.owner().equals(by)
                || active.facts().version() != version) {
            return Ruling.notOwner(conversation);
        }
        Change begun = transfer.to() == null && !transfer.asked()
                ? toDepartment(active, transfer, at)
                : Change.of(active.handing(transfer));
        return new Allowed(
                transfer.note().isEmpty()
                        ? begun
                        : begun.plus(
                                INTERNAL, at, new Author.OfOperator(by), null, new EventBody.Note(transfer.note())));
    }

    /** Who is asked takes it. */
    static Ruling accept(Conversation conversation, OperatorId by, int version, long at) {
        if (conversation instanceof Active active && active.owner().equals(by)) {
            return new Already(active);
        }
        return conversation instanceof Active active && isOffered(active, by, version)
                ? new Allowed(Change.of(new Active(active.facts().withNextVersion(), by, at))
                        .plus(PUBLIC, at, author(by), null, new EventBody.HandedOver(active.owner(), by, null)))
                : new Denied(new Refusal.OfferGone());
    }

    /** Who is asked says no, or the owner keeps it after all. */
    static Ruling decline(Conversation conversation, OperatorId by, int version) {
        return conversation instanceof Active active
                        && (isOffered(active, by, version) || isOwners(active, by, version))
                ? new Allowed(Change.of(active.handing(null)))
                : new Denied(new Refusal.OfferGone());
    }

    /** Nobody said yes in time, or who is asked has gone. */
    static Ruling lapse(Conversation conversation, int version) {
        return conversation instanceof Active active
                        && active.transfer() != null
                        && active.facts().version() == version
                ? new Allowed(Change.of(active.handing(null)))
                : new Denied(new Refusal.OfferGone());
    }

    /**
     * The visitor says whether it may go to somebody else.
     *
     * @param until when the one who is asked next has to have answered
     */
    static Ruling consent(Conversation conversation, boolean agreed, long until, long at) {
        if (!(conversation instanceof Active active)
                || active.transfer() == null
                || !active.transfer().asked()) {
            return new Denied(new Refusal.OfferGone());
        }
        Transfer transfer = active.transfer();
        if (!agreed) {
            return new Allowed(Change.of(active.handing(null)));
        }
        return new Allowed(
                transfer.to() == null
                        ? toDepartment(active, transfer, at)
                        : Change.of(active.handing(transfer.agreed(until))));
    }

    /** Takes it from whoever has it, or from the queue. */
    static Ruling takeOver(Conversation conversation, OperatorId by, int version, long at) {
        if (!(conversation instanceof Active active)) {
            return Ruling.take(conversation, by, version, true, at);
        }
        if (active.owner().equals(by)) {
            return new Already(active);
        }
        return active.facts().version() != version
                ? Ruling.notOwner(active)
                : new Allowed(Change.of(new Active(active.facts().withNextVersion(), by, at))
                        .plus(PUBLIC, at, author(by), null, new EventBody.Left(active.owner(), Reason.TAKEN_OVER))
                        .plus(PUBLIC, at, author(by), null, new EventBody.Joined(by)));
    }

    private static Change toDepartment(Active active, Transfer transfer, long at) {
        @Nullable DepartmentId department = transfer.department();
        OperatorId from = active.owner();
        return Change.of(new Waiting(active.facts().queued(department, at, Set.of(from))))
                .plus(PUBLIC, at, author(from), null, new EventBody.HandedOver(from, null, department));
    }

    private static boolean isOffered(Active active, OperatorId to, int version) {
        Transfer transfer = active.transfer();
        return transfer != null
                && !transfer.asked()
                && to.equals(transfer.to())
                && active.facts().version() == version;
    }

    private static boolean isOwners(Active active, OperatorId owner, int version) {
        return active.transfer() != null
                && active.owner().equals(owner)
                && active.facts().version() == version;
    }

    private static Author author(OperatorId operator) {
        return new Author.OfOperator(operator);
    }
}

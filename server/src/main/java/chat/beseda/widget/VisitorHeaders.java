package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.delivery.Faces;
import chat.beseda.delivery.Shapes.Person;
import chat.beseda.operators.OperatorId;
import chat.beseda.widget.ToVisitor.VisitorConversation;
import chat.beseda.widget.ToVisitor.VisitorConversation.State;
import org.jspecify.annotations.Nullable;

/** A conversation's head as its visitor sees it. */
final class VisitorHeaders {
    private final Faces faces;

    VisitorHeaders(Faces faces) {
        this.faces = faces;
    }

    ToVisitor.VisitorConversationFrame of(Conversation conversation) {
        return new ToVisitor.VisitorConversationFrame(
                switch (conversation) {
                    case Conversation.Waiting(Facts facts) -> header(facts, State.WAITING, null, null);
                    case Conversation.Active active -> header(active.facts(), State.ACTIVE, null, active.owner());
                    case Conversation.Closed closed ->
                        header(closed.facts(), State.CLOSED, closed.closedAt(), closed.owner());
                });
    }

    private VisitorConversation header(Facts facts, State state, @Nullable Long closedAt, @Nullable OperatorId owner) {
        Person operator = owner == null ? null : faces.of(owner);
        return new VisitorConversation(
                facts.key(), state, facts.openedAt(), closedAt, operator, facts.operatorSeen(), facts.visitorSeen());
    }
}

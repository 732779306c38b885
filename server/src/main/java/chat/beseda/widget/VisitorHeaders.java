package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.conversations.Transfer;
import chat.beseda.delivery.Faces;
import chat.beseda.frames.Shapes.Person;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.widget.ToVisitor.VisitorConversation;
import chat.beseda.widget.ToVisitor.VisitorConversation.State;
import org.jspecify.annotations.Nullable;

/** A conversation's head as its visitor sees it. */
final class VisitorHeaders {
    private final Faces faces;

    VisitorHeaders(Faces faces) {
        this.faces = faces;
    }

    ToVisitor.VisitorConversationFrame of(Conversation conversation, String language) {
        return new ToVisitor.VisitorConversationFrame(
                switch (conversation) {
                    case Conversation.Waiting _, Conversation.Offered _ ->
                        header(conversation.facts(), State.WAITING, null, null, null);
                    case Conversation.Active active ->
                        header(
                                active.facts(),
                                State.ACTIVE,
                                null,
                                faces.of(active.owner(), language),
                                asked(active.transfer(), language));
                    case Conversation.Closed closed ->
                        header(closed.facts(), State.CLOSED, closed.closedAt(), face(closed.owner(), language), null);
                });
    }

    private VisitorConversation.@Nullable AskedTransfer asked(@Nullable Transfer transfer, String language) {
        if (transfer == null || !transfer.asked()) {
            return null;
        }
        OperatorId to = transfer.to();
        DepartmentId department = transfer.department();
        return new VisitorConversation.AskedTransfer(
                face(to, language), department == null ? null : department.toString());
    }

    private @Nullable Person face(@Nullable OperatorId operator, String language) {
        return operator == null ? null : faces.of(operator, language);
    }

    private VisitorConversation header(
            Facts facts,
            State state,
            @Nullable Long closedAt,
            @Nullable Person operator,
            VisitorConversation.@Nullable AskedTransfer transfer) {
        return new VisitorConversation(
                facts.key(),
                state,
                facts.openedAt(),
                closedAt,
                operator,
                facts.operatorSeen(),
                facts.visitorSeen(),
                transfer);
    }
}

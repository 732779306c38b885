package chat.beseda.console;

import chat.beseda.frames.ToEither;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.outreach.Outreach;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors;
import java.util.Map;
import java.util.Optional;

/** Invitations that operators send themselves. */
final class VisitorInvites {
    private static final int LONGEST = 300;

    private final Visitors visitors;
    private final Outreach outreach;

    VisitorInvites(Visitors visitors, Outreach outreach) {
        this.visitors = visitors;
        this.outreach = outreach;
    }

    ToEither invite(Operator operator, FromOperator.InviteVisitor order) {
        String text = order.text().strip();
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            return refused(order, "message_empty", Map.of());
        }
        if (length > LONGEST) {
            return refused(
                    order,
                    "message_too_long",
                    Map.of("limit", Integer.toString(LONGEST), "length", Integer.toString(length)));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return refused(order, "message_invalid", Map.of("character", "control"));
        }
        Optional<Visitor> visitor = visitor(operator, order.visitor());
        if (visitor.isEmpty()) {
            return refused(order, "visitor_gone", Map.of());
        }
        return switch (outreach.inviter().byHand(operator.id(), visitor.get().id(), text)) {
            case SENT -> new ToEither.Done(order.rid());
            case GONE -> refused(order, "visitor_gone", Map.of());
            case REFUSED -> refused(order, "visitor_refused", Map.of());
            case BUSY -> refused(order, "visitor_busy", Map.of());
        };
    }

    /** One that the operator may answer. */
    private Optional<Visitor> visitor(Operator operator, String name) {
        try {
            return visitors.byId(new VisitorId(Long.parseLong(name)))
                    .filter(found -> Access.mayAnswer(operator, found.site(), null));
        } catch (NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    private static ToEither refused(FromOperator.InviteVisitor order, String code, Map<String, String> params) {
        return new ToEither.Refused(null, order.rid(), code, params, null);
    }
}

package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Refusal;
import chat.beseda.conversations.Transfer;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.routing.RoutingRules;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers and hand-overs as an operator answers and makes them. */
final class OperatorHanding {
    private static final int NOTE_LENGTH = 1_000;
    private static final int TRIES = 5;

    private final OperatorHouse house;

    OperatorHanding(OperatorHouse house) {
        this.house = house;
    }

    /**
     * Takes what is nobody's. Offers move while an order is on its way, and that changes nothing for who takes it, as long as
     * they may.
     */
    Outcome take(Operator operator, Conversation known, int version) {
        Facts facts = known.facts();
        boolean picks =
                house.routing().settings().of(facts.site(), facts.department()).mode() != RoutingRules.Mode.AUTOMATIC;
        int now = known instanceof Conversation.Active ? version : facts.version();
        Outcome outcome = house.conversations().take(operator.id(), known.id(), now, picks);
        for (int i = 0;
                i < TRIES && outcome instanceof Outcome.Refused(Refusal.NotOwner(OperatorId owner, int newer));
                i++) {
            if (owner != null) {
                return outcome;
            }
            outcome = house.conversations().take(operator.id(), known.id(), newer, picks);
        }
        return outcome;
    }

    Outcome refuse(Operator operator, Conversation known) {
        if (known instanceof Conversation.Offered offered && offered.to().equals(operator.id())) {
            house.routing().dispatcher().refuse(known.id(), operator.id());
            return new Outcome.Done(known);
        }
        return new Outcome.Refused(new Refusal.OfferGone());
    }

    Outcome handOver(Operator operator, Conversation known, FromOperator.HandOver order) {
        Optional<Transfer> transfer = transfer(operator, known, order);
        return transfer.isEmpty()
                ? new Outcome.Refused(new Refusal.ReceiverAway())
                : house.conversations().handOver(operator.id(), known.id(), order.version(), transfer.get());
    }

    /** Nothing when who should receive it is not there or may not answer it. */
    private Optional<Transfer> transfer(Operator operator, Conversation known, FromOperator.HandOver order) {
        OperatorId to = receiver(operator, known, order.to());
        DepartmentId department = department(known, order.department());
        if ((to == null) == (department == null)) {
            return Optional.empty();
        }
        Facts facts = known.facts();
        Duration answer =
                house.routing().settings().of(facts.site(), facts.department()).answer();
        long until = house.clock().millis() + answer.toMillis();
        String note = order.note().strip();
        String cut = note.length() > NOTE_LENGTH ? note.substring(0, NOTE_LENGTH) : note;
        return Optional.of(new Transfer(to, department, until, cut, order.ask()));
    }

    private @Nullable OperatorId receiver(Operator operator, Conversation known, @Nullable String name) {
        return number(name)
                .map(OperatorId::new)
                .flatMap(house.operators()::byId)
                .filter(other -> !other.id().equals(operator.id()))
                .filter(other -> Access.may(other, Permission.ANSWER)
                        && Access.maySee(other, known.facts().site()))
                .filter(house.presence()::isReachable)
                .map(Operator::id)
                .orElse(null);
    }

    private @Nullable DepartmentId department(Conversation known, @Nullable String name) {
        return number(name)
                .map(DepartmentId::new)
                .flatMap(house.departments()::byId)
                .filter(department -> department.serves(known.facts().site()))
                .map(Department::id)
                .orElse(null);
    }

    private static Optional<Long> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}

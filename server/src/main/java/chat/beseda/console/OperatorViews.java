package chat.beseda.console;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Profile;
import chat.beseda.operators.WorkingHours;
import chat.beseda.routing.RoutingSettings;
import chat.beseda.shifts.Shifts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operators as their colleagues see them. From memory; thread-safe. */
final class OperatorViews {
    private final Operators operators;
    private final OperatorPresence presence;
    private final Shifts shifts;
    private final OpenConversations open;
    private final RoutingSettings rules;
    private final InstantSource clock;

    OperatorViews(
            Operators operators,
            OperatorPresence presence,
            Shifts shifts,
            OpenConversations open,
            RoutingSettings rules,
            InstantSource clock) {
        this.shifts = shifts;
        this.operators = operators;
        this.presence = presence;
        this.open = open;
        this.rules = rules;
        this.clock = clock;
    }

    /** How many of their conversations count against the capacity now. */
    int load(OperatorId id) {
        long now = clock.millis();
        return (int) open.of(id).stream()
                .filter(conversation -> rules.counts(conversation, now))
                .count();
    }

    /** All who may sign in. */
    List<ToOperator.OperatorView> all() {
        return operators.all().stream()
                .filter(operator -> !operator.disabled())
                .map(this::view)
                .toList();
    }

    Optional<ToOperator.OperatorView> of(OperatorId id) {
        return operators.byId(id).map(this::view);
    }

    private ToOperator.OperatorView view(Operator operator) {
        List<String> with = open.of(operator.id()).stream()
                .map(conversation -> Long.toString(conversation.id().value()))
                .toList();
        return new ToOperator.OperatorView(
                operator.id().toString(),
                operator.name(),
                operator.title(),
                operator.photoPath(),
                switch (operator.role()) {
                    case OPERATOR -> ToOperator.Role.OPERATOR;
                    case SUPERVISOR -> ToOperator.Role.SUPERVISOR;
                    case ADMINISTRATOR -> ToOperator.Role.ADMINISTRATOR;
                },
                switch (operator.state()) {
                    case ONLINE -> ToOperator.OperatorState.ONLINE;
                    case AWAY -> ToOperator.OperatorState.AWAY;
                    case OFF -> ToOperator.OperatorState.OFF;
                },
                presence.isShown(operator.id()),
                load(operator.id()),
                operator.capacity(),
                operator.lastSeenAt(),
                why(operator),
                shifts.since(operator.id()),
                with,
                status(operator),
                hours(operator.profile().hours()));
    }

    private ToOperator.OperatorView.@Nullable Status status(Operator operator) {
        Profile.Status status = operator.profile().status();
        return status == null || !status.stands(clock.millis())
                ? null
                : new ToOperator.OperatorView.Status(status.text(), status.until());
    }

    private static ToOperator.OperatorView.@Nullable Hours hours(WorkingHours hours) {
        return hours.days().isEmpty()
                ? null
                : new ToOperator.OperatorView.Hours(
                        hours.timeZone(),
                        hours.days().stream()
                                .map(day -> new ToOperator.OperatorView.Day(day.weekday(), day.from(), day.to()))
                                .toList());
    }

    private ToOperator.OperatorView.Why why(Operator operator) {
        if (operator.state() == OperatorState.ONLINE && !presence.isShown(operator.id())) {
            return ToOperator.OperatorView.Why.LOST;
        }
        return switch (operator.why()) {
            case OWN -> ToOperator.OperatorView.Why.OWN;
            case MISSED -> ToOperator.OperatorView.Why.MISSED;
            case IDLE -> ToOperator.OperatorView.Why.IDLE;
        };
    }
}

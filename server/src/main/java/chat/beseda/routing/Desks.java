package chat.beseda.routing;

import chat.beseda.operators.Abilities;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operators as the router sees them. For one thread. */
final class Desks {
    private final Operators operators;
    private final OperatorPresence presence;
    private final InstantSource clock;
    private final Map<OperatorId, Long> gone = new HashMap<>();

    Desks(Operators operators, OperatorPresence presence, InstantSource clock) {
        this.operators = operators;
        this.presence = presence;
        this.clock = clock;
    }

    /** The news of this moment about an operator. After a start everybody is gone since then. */
    RoutingEvent of(OperatorId id) {
        Optional<Operator> known = operators.byId(id).filter(Access::maySignIn);
        if (known.isEmpty()) {
            gone.remove(id);
            return new RoutingEvent.DeskRemoved(id);
        }
        Operator operator = known.get();
        return new RoutingEvent.DeskChanged(new Desk(
                id,
                presence.isReachable(operator) && Access.may(operator, Permission.ANSWER),
                goneSince(id),
                operator.capacity(),
                operator.sites(),
                operator.departments(),
                words(operator.abilities())));
    }

    private static Set<String> words(Abilities abilities) {
        var words = new HashSet<String>();
        abilities.skills().forEach(skill -> words.add(Desk.SKILL + skill));
        abilities.languages().forEach(language -> words.add(Desk.LANGUAGE + language));
        if (abilities.languages().isEmpty()) {
            words.add(Desk.ANY_LANGUAGE);
        }
        return words;
    }

    private @Nullable Long goneSince(OperatorId id) {
        if (presence.isConnected(id)) {
            gone.remove(id);
            return null;
        }
        return gone.computeIfAbsent(id, first -> clock.millis());
    }
}

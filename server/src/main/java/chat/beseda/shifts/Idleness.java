package chat.beseda.shifts;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorSession;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Operators;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets operators away who say online and have done nothing for as long as the settings say, and online again when they do
 * something. What counts is what a person does, in any of their sessions. Thread-safe.
 */
public final class Idleness {
    private static final Logger log = LoggerFactory.getLogger(Idleness.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Operators operators;
    private final OperatorSessions sessions;
    private final OperatorPresence presence;
    private final InstallationSettings settings;
    private final InstantSource clock;

    public Idleness(
            Operators operators,
            OperatorSessions sessions,
            OperatorPresence presence,
            InstallationSettings settings,
            InstantSource clock) {
        this.operators = operators;
        this.sessions = sessions;
        this.presence = presence;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks at everybody now and then, until the timers stop. */
    public void keep(Timers timers) {
        timers.every(
                LOOK,
                () -> operators.all().stream()
                        .filter(operator -> presence.isConnected(operator.id()))
                        .forEach(this::look));
    }

    private void look(Operator operator) {
        Optional<Long> acted =
                sessions.of(operator.id()).stream().map(OperatorSession::seenAt).max(Comparator.naturalOrder());
        long most = settings.now().awayAfter().toMillis();
        if (acted.isEmpty()) {
            return;
        }
        boolean idle = most > 0 && clock.millis() - acted.get() >= most;
        boolean wasSetAway = operator.state() == OperatorState.AWAY && operator.why() == OperatorState.Why.IDLE;
        try {
            if (idle && operator.state() == OperatorState.ONLINE) {
                operators.setState(operator.id(), OperatorState.AWAY, OperatorState.Why.IDLE);
            } else if (!idle && wasSetAway) {
                operators.setState(operator.id(), OperatorState.ONLINE, OperatorState.Why.OWN);
            }
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("idleness.state.unwritten");
        }
    }
}

package chat.beseda.demo;

import chat.beseda.dialogues.Persona;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visitor of the past who may come again; his conversations are told one after the other. */
final class Regular {
    private static final Duration STAYS_AWAY = Duration.ofDays(2);

    private final Persona persona;
    private Instant lastCame = Instant.EPOCH;
    private @Nullable String visit;

    Regular(Persona persona) {
        this.persona = persona;
    }

    Persona persona() {
        return persona;
    }

    /** Whether he may come at this time; if so he does. */
    boolean comes(Instant at) {
        if (at.isBefore(lastCame.plus(STAYS_AWAY))) {
            return false;
        }
        lastCame = at;
        return true;
    }

    /** What his browser keeps of the earlier visits; null at the first one. */
    @Nullable
    String visit() {
        return visit;
    }

    void keep(String newest) {
        visit = newest;
    }
}

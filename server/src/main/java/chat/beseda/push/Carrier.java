package chat.beseda.push;

import java.net.URI;
import java.time.Duration;

/** Brings a sealed envelope to a push service. */
interface Carrier {

    /**
     * Brings one; returns when the service has answered, a minute later at most.
     *
     * @param authorization who we are, by {@link ServerKeys}
     * @param topic of at most 32 characters: a newer envelope takes the place of one that still waits under the same
     */
    Outcome carry(URI endpoint, String authorization, String topic, byte[] envelope);

    /** What became of it. */
    sealed interface Outcome {
        /** The service has it. */
        record Carried() implements Outcome {}

        /** That browser hears nothing any more. */
        record Gone() implements Outcome {}

        /** Not now; try again after this time. */
        record Later(Duration rest) implements Outcome {}

        /** The service will not have it; status of HTTP. */
        record Refused(int status) implements Outcome {}
    }
}

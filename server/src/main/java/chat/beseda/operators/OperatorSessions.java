package chat.beseda.operators;

import java.util.List;
import java.util.Optional;

/** The sign-ins of operators. A session dies of silence, of age, or because somebody ends it. Thread-safe. */
public final class OperatorSessions {

    /** A session and the secret the browser keeps; the secret is told once. */
    public record Opened(OperatorSession session, String token) {}

    /** Opens a session; the oldest of more than five ends. */
    public Opened open(OperatorId operator, String address, String agent) {
        return new Opened(new OperatorSession("", operator, 0, 0, address, agent), "");
    }

    /** The session of a cookie, and a sign of life for it. */
    public Optional<OperatorSession> authenticate(String token) {
        return Optional.empty();
    }

    /** The session by its public name while it holds; cheap, from memory: a socket asks at every frame. */
    public Optional<OperatorSession> byId(String session) {
        return Optional.empty();
    }

    /** A sign of life from a socket: the session counts as used now. */
    public void touch(String session) {
        assert !session.isEmpty();
    }

    /** An operator's sessions, newest first. */
    public List<OperatorSession> of(OperatorId operator) {
        return List.of();
    }
}

package chat.beseda.operators;

/**
 * A sign-in of an operator that still holds.
 *
 * @param id names the session to its owner; it is not the secret
 * @param seenAt when a person last did something in it
 * @param agent the browser's own words about itself, cut
 */
public record OperatorSession(
        String id, OperatorId operator, long createdAt, long seenAt, String address, String agent) {

    OperatorSession seen(long now) {
        return new OperatorSession(id, operator, createdAt, now, address, agent);
    }
}

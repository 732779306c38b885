package chat.beseda.visits;

import chat.beseda.operators.OperatorId;

/** An operator's words about a visitor. */
public record Comment(long id, OperatorId operator, long at, String text) {
    public static final int LIMIT = 2_000;
}

package chat.beseda.operators;

/** What an operator is trusted with; each role includes the one before. */
public enum Role {
    OPERATOR,
    SUPERVISOR,
    ADMINISTRATOR;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}

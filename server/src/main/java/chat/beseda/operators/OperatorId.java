package chat.beseda.operators;

/** Names an operator among all rows of the installation. */
public record OperatorId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

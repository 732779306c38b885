package chat.beseda.answers;

/** Names a ready answer among all rows of the installation. */
public record AnswerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

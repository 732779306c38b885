package chat.beseda.tags;

/** Names a tag among all rows of the installation. */
public record TagId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

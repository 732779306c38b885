package chat.beseda.requests;

/** Names a request. */
public record RequestId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

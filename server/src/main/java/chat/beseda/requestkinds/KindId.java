package chat.beseda.requestkinds;

/** Names a kind of request. */
public record KindId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

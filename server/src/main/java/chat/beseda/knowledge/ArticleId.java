package chat.beseda.knowledge;

/** Names an article among all rows of the installation. */
public record ArticleId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package chat.beseda.sites;

/** Names a site among all rows of the installation. */
public record SiteId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

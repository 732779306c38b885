package chat.beseda.sites;

/** Names a department among all rows of the installation. */
public record DepartmentId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

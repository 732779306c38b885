package chat.beseda.forms;

/** There is no such site, department, operator, session or invitation. */
public final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String kind;

    /** @param kind what was looked for: {@code site}, {@code operator} … */
    public Unknown(String kind, Object name) {
        super("there is no %s %s".formatted(kind, name));
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}

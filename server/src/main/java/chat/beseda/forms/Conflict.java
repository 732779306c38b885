package chat.beseda.forms;

/** What was asked for does not fit what there is now, though nothing is wrong with how it was said. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /** @param code a stable name of the reason, such as {@code last_administrator} */
    public Conflict(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}

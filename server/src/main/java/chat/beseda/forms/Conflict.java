package chat.beseda.forms;

import java.util.Map;

/** What was asked for does not fit what there is now, though nothing is wrong with how it was said. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Map<String, String> params;

    /** @param code a stable name of the reason, such as {@code last_administrator} */
    public Conflict(String code) {
        this(code, Map.of());
    }

    /** @param params figures and names that belong into the sentence */
    public Conflict(String code, Map<String, String> params) {
        super(code);
        this.code = code;
        this.params = Map.copyOf(params);
    }

    public String code() {
        return code;
    }

    public Map<String, String> params() {
        return params;
    }
}

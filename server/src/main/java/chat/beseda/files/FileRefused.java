package chat.beseda.files;

import java.util.Map;

/** A file is not taken; codes are those of docs/protocol.md. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Map<String, String> params;

    FileRefused(String code, Map<String, String> params) {
        super(code);
        this.code = code;
        this.params = Map.copyOf(params);
    }

    static FileRefused of(String code) {
        return new FileRefused(code, Map.of());
    }

    public String code() {
        return code;
    }

    public Map<String, String> params() {
        return params;
    }
}

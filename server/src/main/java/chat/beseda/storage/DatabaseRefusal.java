package chat.beseda.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened, and a person has to do something about it. The message says what. */
public final class DatabaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    DatabaseRefusal(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable name of the reason: {@code folder_not_writable}, {@code database_newer}, {@code database_unreachable}. */
    public String code() {
        return code;
    }
}

package chat.beseda.app;

import chat.beseda.demo.DemoUnfinished;
import chat.beseda.storage.DatabaseRefusal;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** The program cannot do what it was asked to; the message tells a person why and what to change. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /**
     * The words for a person, without the inside of the program.
     *
     * @throws RuntimeException the failure itself when it is a fault of the program
     */
    static String explain(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal
                    || cause instanceof SettingRefusal
                    || cause instanceof DatabaseRefusal
                    || cause instanceof DemoUnfinished) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof FileSystemException file) {
                return "%s cannot be used: %s"
                        .formatted(file.getFile(), file.getClass().getSimpleName());
            }
        }
        throw failure;
    }
}

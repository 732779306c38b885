package chat.beseda.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * How {@code beseda restore} asks a running server to take a backup: a file in the data folder that the server looks for each
 * second, and another one with its answer. Whoever may write the folder may restore: there is nothing else to protect.
 */
record RestoreRequest(DataFolder data) {
    private static final String DONE = "done";

    /** Leaves the request and waits for the server's answer: nothing when it went well, else what went wrong. */
    Optional<String> askAndWait(Path backup, Duration patience) throws IOException, InterruptedException {
        Files.deleteIfExists(answer());
        Path partial = data.path().resolve("restore.partial");
        Files.writeString(partial, backup.toAbsolutePath().toString());
        Files.move(partial, request(), StandardCopyOption.ATOMIC_MOVE);
        for (long left = patience.toMillis(); left > 0; left -= 200) {
            if (Files.exists(answer())) {
                String text = Files.readString(answer());
                Files.delete(answer());
                return text.equals(DONE) ? Optional.empty() : Optional.of(text);
            }
            Thread.sleep(200);
        }
        Files.deleteIfExists(request());
        return Optional.of("the running server did not answer within " + patience.toSeconds() + " s");
    }

    /** The backup that somebody asked the running server to take. */
    Optional<BackupFile> pending() throws IOException {
        return Files.exists(request())
                ? Optional.of(new BackupFile(Path.of(Files.readString(request()))))
                : Optional.empty();
    }

    /** Answers the one who waits. */
    void answer(Optional<String> trouble) throws IOException {
        Files.deleteIfExists(request());
        Path partial = data.path().resolve("restore.partial");
        Files.writeString(partial, trouble.orElse(DONE));
        Files.move(partial, answer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path request() {
        return data.path().resolve("restore.request");
    }

    private Path answer() {
        return data.path().resolve("restore.answer");
    }
}

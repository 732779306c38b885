package chat.beseda.app;

import chat.beseda.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The words {@code backup FILE} and {@code restore FILE [--replace]}, on a resting installation or on one at work. */
final class Copying {
    private static final String REPLACE = "--replace";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private Copying() {}

    /** Returns what to tell the person. */
    static String backUp(Configuration configuration, List<String> words) throws IOException {
        Path file = file(words);
        new BackupFile(file).write(configuration.database(), new DataFolder(configuration.data()));
        return "Backup written: " + file;
    }

    /**
     * Returns what to tell the person.
     *
     * @throws Refusal when the file is no backup, or when there is something to lose and nobody said {@code --replace}
     */
    static String restore(Configuration configuration, List<String> words) throws IOException, InterruptedException {
        Path file = file(words.stream().filter(word -> !word.equals(REPLACE)).toList());
        var backup = new BackupFile(file);
        if (!backup.usable()) {
            throw new Refusal("%s is not a backup of Beseda".formatted(file));
        }
        if (!words.contains(REPLACE) && Database.isFilled(configuration.database())) {
            throw new Refusal(
                    "the database is not empty, and a restore replaces all of it: add --replace when that is wanted");
        }
        var data = new DataFolder(configuration.data());
        data.prepare();
        Optional<DataFolder.Lock> lock = data.lock();
        if (lock.isPresent()) {
            try (DataFolder.Lock ours = lock.get()) {
                backup.restore(configuration.database(), data);
            }
        } else {
            Optional<String> trouble = new RestoreRequest(data).askAndWait(file, PATIENCE);
            if (trouble.isPresent()) {
                throw new Refusal(trouble.get());
            }
        }
        return "Restored from " + file;
    }

    private static Path file(List<String> words) {
        if (words.size() != 2) {
            throw new Refusal("%s needs one file".formatted(words.getFirst()));
        }
        return Path.of(words.get(1)).toAbsolutePath();
    }
}

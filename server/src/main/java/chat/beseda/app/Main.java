package chat.beseda.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The program: {@code run} (also without a word), {@code backup FILE}, {@code restore FILE}, {@code settings}. */
public final class Main {
    /** What the shell sees when a person has to change something first. */
    private static final int REFUSED = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        try {
            Settings settings = Settings.read(System.getenv());
            Logs.set(settings);
            Configuration configuration = Configuration.of(settings);
            switch (words.isEmpty() ? "run" : words.getFirst()) {
                case "run" -> Run.untilStopped(configuration);
                case "backup" -> backUp(configuration, file(words));
                case "restore" -> restore(configuration, file(words));
                case "settings" -> System.out.print(Settings.example());
                default ->
                    throw new Refusal("\"%s\" is not known: run, backup FILE, restore FILE or settings"
                            .formatted(words.getFirst()));
            }
        } catch (IOException failure) {
            System.err.println("Beseda: " + Refusal.explain(new UncheckedIOException(failure)));
            System.exit(REFUSED);
        } catch (RuntimeException failure) {
            System.err.println("Beseda: " + Refusal.explain(failure));
            System.exit(REFUSED);
        }
    }

    private static void backUp(Configuration configuration, Path file) throws IOException {
        new BackupFile(file).write(configuration.database(), new DataFolder(configuration.data()));
        System.out.println("Backup written: " + file);
    }

    private static void restore(Configuration configuration, Path file) throws IOException, InterruptedException {
        var backup = new BackupFile(file);
        if (!backup.usable()) {
            throw new Refusal("%s is not a backup of Beseda".formatted(file));
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
        System.out.println("Restored from " + file);
    }

    private static Path file(List<String> words) {
        if (words.size() != 2) {
            throw new Refusal("%s needs one file".formatted(words.getFirst()));
        }
        return Path.of(words.get(1)).toAbsolutePath();
    }
}

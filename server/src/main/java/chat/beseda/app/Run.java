package chat.beseda.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of the process: a server runs until the process is asked to stop; a requested restore begins another life. */
final class Run {
    private static final Logger log = LoggerFactory.getLogger(Run.class);
    private static final long LOOK_MS = 1_000;

    private Run() {}

    static void untilStopped(Configuration configuration) throws IOException, InterruptedException {
        var data = new DataFolder(configuration.data());
        data.prepare();
        DataFolder.Lock lock = data.lock()
                .orElseThrow(() -> new Refusal(
                        "another Beseda already runs on the data folder %s: stop it, or choose another with --data"
                                .formatted(configuration.data())));
        try (lock) {
            var stopping = new CountDownLatch(1);
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                stopping.countDown();
                waitFor(stopped);
            }));
            try {
                runAndRestore(configuration, data, stopping);
            } finally {
                stopped.countDown();
            }
        }
    }

    private static void runAndRestore(Configuration configuration, DataFolder data, CountDownLatch stopping)
            throws IOException, InterruptedException {
        var requests = new RestoreRequest(data);
        while (stopping.getCount() > 0) {
            Optional<BackupFile> asked = Optional.empty();
            try (RunningServer server = RunningServer.start(configuration)) {
                while (asked.isEmpty() && !stopping.await(LOOK_MS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    asked = requests.pending();
                }
            }
            if (asked.isPresent()) {
                requests.answer(restore(asked.get(), configuration, data));
            }
        }
    }

    private static Optional<String> restore(BackupFile backup, Configuration configuration, DataFolder data) {
        try {
            backup.restore(configuration.database(), data);
            log.atInfo().addKeyValue("file", backup.path()).log("restore.done");
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            log.atError().addKeyValue("file", backup.path()).setCause(failure).log("restore.failed");
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException giveUp) {
            Thread.currentThread().interrupt();
        }
    }
}

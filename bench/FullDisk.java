import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk under the data folder fills up while people talk, and is emptied again. Needs root, for a small file system of its own. */
final class FullDisk {
    private static final int SIZE_MB = 48;

    private FullDisk() {}

    static void play(Run run, long seed) throws Exception {
        Path disk = Files.createDirectories(run.scratch().file("small"));
        if (!command("mount", "-t", "tmpfs", "-o", "size=" + SIZE_MB + "m", "none", disk.toString())) {
            run.report().note("The full disk was left out: mounting a small file system needs root.");
            return;
        }
        try (Stage stage = new Stage(run, disk.resolve("data"), seed, new Crowd.Shape(1, 2, 20))) {
            fillAndEmpty(run, stage, disk);
            StoredLog log = stage.settle();
            long bad = Checker.check(log, stage.journals, true).stream()
                    .peek(violation -> run.report().note("Full disk: " + violation))
                    .count();
            run.report().add(Figure.of("full_disk_violations", bad, "").atMost(0));
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static void fillAndEmpty(Run run, Stage stage, Path disk) throws Exception {
        Report.say("disk full");
        Thread.sleep(1_000);
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        // What still fits into the log's allocated pages may be stored; then there must be silence.
        Thread.sleep(1_500);
        int before = acknowledged(stage);
        Thread.sleep(1_500);
        run.report().add(Figure.of("full_disk_acks_while_full", acknowledged(stage) - before, ""));
        int unsent = stage.loop.ask(() -> stage.crowd.everybody().stream()
                .mapToInt(Talker::unacknowledged)
                .sum());
        run.report().add(Figure.of("full_disk_texts_kept", unsent, ""));
        run.report()
                .add(Figure.of("full_disk_server_lives", stage.server().isAlive() ? 1 : 0, "")
                        .atLeast(1));
        Files.delete(ballast);
        long emptied = System.nanoTime();
        int then = acknowledged(stage);
        boolean recovered = stage.loop.await(
                () -> stage.journals.stream()
                                .mapToInt(each -> each.acked.size())
                                .sum()
                        > then,
                20_000);
        run.report()
                .add(Figure.of(
                                "full_disk_recovered_ms",
                                recovered ? (System.nanoTime() - emptied) / 1e6 : Double.NaN,
                                "ms")
                        .atMost(5_000));
    }

    private static int acknowledged(Stage stage) {
        return stage.loop.ask(() ->
                stage.journals.stream().mapToInt(Journal::newlyAcknowledged).sum());
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (int at = 0; at < SIZE_MB * 256; at++) {
                out.write(block);
            }
        } catch (IOException full) {
            Report.say("it is full");
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}

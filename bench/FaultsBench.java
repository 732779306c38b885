import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays trouble under load, then compares what every client saw with what the database has. {@code --loops N} kills,
 * {@code --scenes kill,freeze,…}, {@code --seed N} repeats a run.
 */
final class FaultsBench {
    private static final String ALL = "kill,freeze,reset,half-open,cut,copies,over,slow,storm,full";

    private FaultsBench() {}

    static void run(Run run) throws Exception {
        long seed = Long.parseLong(run.options().word("seed", String.valueOf(System.nanoTime() & 0xffffff)));
        Set<String> scenes =
                new TreeSet<>(Arrays.asList(run.options().word("scenes", ALL).split(",")));
        run.report().note("seed %d: --seed %d plays the same again".formatted(seed, seed));
        Path data = run.scratch().file("data");
        var shape = new Crowd.Shape(2, 6, run.options().number("visitors", 100, 150));
        try (Stage stage = new Stage(run, data, seed, shape)) {
            if (scenes.contains("kill")) {
                kill(run, stage);
            }
            new Scenes(run, stage).play(scenes);
            StoredLog log = stage.settle();
            judge(run, log, stage.journals);
        }
        if (scenes.contains("full")) {
            FullDisk.play(run, seed);
        }
    }

    private static void kill(Run run, Stage stage) throws Exception {
        int loops = run.options().number("loops", 5, 50);
        Report.say("kill -9, %d times".formatted(loops));
        long begun = System.nanoTime();
        for (int at = 0; at < loops; at++) {
            Thread.sleep(stage.random.nextInt(600));
            stage.killAndRestart();
        }
        run.report().add(Figure.of("kill_loops", loops, ""));
        run.report().add(Figure.of("kill_loops_took_s", (System.nanoTime() - begun) / 1e9, "s"));
        run.report().add(Figure.of("ready_after_kill_p50_ms", stage.ready.millis(0.5), "ms"));
        run.report()
                .add(Figure.of("ready_after_kill_worst_ms", stage.ready.millis(1), "ms")
                        .atMost(5_000));
        run.report()
                .add(Figure.of("synced_after_ready_worst_ms", stage.synced.millis(1), "ms")
                        .atMost(15_000));
    }

    static void judge(Run run, StoredLog log, List<Journal> journals) throws Exception {
        List<Checker.Violation> violations = Checker.check(log, journals, true);
        Map<Checker.Kind, Integer> counts = new EnumMap<>(Checker.Kind.class);
        violations.forEach(violation -> counts.merge(violation.kind(), 1, Integer::sum));
        Report report = run.report();
        int acked = journals.stream().mapToInt(journal -> journal.acked.size()).sum();
        int again =
                journals.stream().mapToInt(journal -> journal.acknowledgedAgain).sum();
        report.add(Figure.of("acknowledged", acked, "messages"));
        report.add(Figure.of("acknowledged_again", again, "resends"));
        for (Checker.Kind kind : Checker.Kind.values()) {
            String key = kind.name().toLowerCase();
            report.add(Figure.of(key, counts.getOrDefault(kind, 0), "").atMost(0));
        }
        Map<String, Integer> troubles = new TreeMap<>();
        journals.forEach(
                journal -> journal.troubles.forEach((what, often) -> troubles.merge(what, often, Integer::sum)));
        report.note("What clients went through: " + troubles);
        if (!violations.isEmpty()) {
            report.note("First violation: " + violations.getFirst());
            Path kept = Files.createTempFile(Scratch.ROOT, "beseda-violations-", ".txt");
            Files.write(
                    kept, violations.stream().map(Checker.Violation::toString).toList());
            report.note("All of them: " + kept);
        }
        Map<Checker.Kind, Boolean> noticed = Forger.tryAll(log, journals);
        long found = noticed.values().stream().filter(Boolean::booleanValue).count();
        report.add(Figure.of("forged_faults_noticed", found, "of " + noticed.size())
                .atLeast(noticed.size()));
    }
}

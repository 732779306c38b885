import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How soon an operator sees where somebody goes while a small town is on line, what it costs, and whether the list still scrolls. */
final class VisitorsBench {
    private static final int OPERATORS = 5;
    /** Of all who are there: a visitor looks at a page for a hundred seconds. */
    private static final int SECONDS_ON_A_PAGE = 100;

    private VisitorsBench() {}

    static void run(Run run) throws Exception {
        int all = run.options().number("visitors", 10_000, 50_000);
        int real = Math.min(all, run.options().number("sockets", 2_000, 15_000));
        int seconds = run.options().number("seconds", 8, 20);
        int moves = Math.max(1, all / SECONDS_ON_A_PAGE);
        int measured = Math.max(1, moves * real / all);
        Report.say("%,d visitors without sockets arrive".formatted(all - real));
        try (Server server = CrowdedServer.start(run, all - real, moves - measured, 0);
                Loop loop = new Loop("screens")) {
            Company company = Company.of(server);
            String key = company.firstSiteKey();
            int walkers = Math.min(real, measured * 2);
            Report.say("%,d visitors with sockets arrive".formatted(real));
            try (HerdProcess herd =
                    HerdProcess.gather(run, server.port(), real - walkers, Company.SHOP, List.of(key))) {
                watch(run, server, loop, company, new Walkers(loop, server.port(), key, walkers, measured), seconds);
                frames(run, server);
                run.report().add(Figure.of("lines_lost", herd.dismiss()[0], "").atMost(0));
            }
        }
        run.report().add(Figure.of("visitors", all, ""));
        run.report().add(Figure.of("real_sockets", real, ""));
        run.report()
                .note(
                        ("%,d of %,d visitors hold real sockets, the others are put straight into presence: one process here may "
                                        + "open 20,000 descriptors. %,d page moves a second; delay = from sending a page to the frame on an "
                                        + "operator's line, looked at by %d operators sorted by the newest page (all changes at the top).")
                                .formatted(real, all, moves, OPERATORS));
    }

    private static void watch(Run run, Server server, Loop loop, Company company, Walkers walkers, int seconds)
            throws Exception {
        loop.execute(walkers::gather);
        if (!loop.await(walkers::arePresent, 60_000)) {
            throw new IOException("the walking visitors did not come: " + walkers.trouble());
        }
        List<WatchingOperator> operators = new ArrayList<>();
        for (int at = 0; at < OPERATORS; at++) {
            String ticket = company.ticket(company.administrator()).join();
            var operator = new WatchingOperator(walkers::seen);
            operators.add(operator);
            loop.execute(() -> operator.open(loop, server, ticket));
        }
        if (!loop.await(() -> operators.stream().allMatch(WatchingOperator::sees), 60_000)) {
            throw new IOException("no operator was shown the list");
        }
        loop.execute(walkers::walk);
        Thread.sleep(3_000);
        loop.execute(walkers::measure);
        long ticks = Machine.processorTicks(server.pid());
        long begun = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        double spent = (Machine.processorTicks(server.pid()) - ticks) * 1e7 / (System.nanoTime() - begun) * 100;
        loop.execute(walkers::rest);
        Thread.sleep(1_500);
        Report report = run.report();
        Percentiles delays = walkers.delays();
        report.add(Figure.of("to_operator_p50_ms", delays.millis(0.5), "ms"));
        report.add(Figure.of("to_operator_p95_ms", delays.millis(0.95), "ms").atMost(500));
        report.add(Figure.of("moves_seen", delays.count(), "of " + walkers.measured() * OPERATORS));
        report.add(Figure.of("server_cpu_percent", spent, "% of one core"));
        report.add(Figure.of("resident_mb", server.residentKb() / 1024.0, "MB"));
        operators.forEach(operator -> loop.execute(operator::leave));
    }

    /** The console itself in a browser: the list is scrolled while it changes. */
    private static void frames(Run run, Server server) throws Exception {
        Report.say("Chromium scrolls the list");
        var asked = Map.of("server", server.origin(), "email", Server.EMAIL, "password", Server.PASSWORD);
        Process process = run.children()
                .start(new ProcessBuilder(
                                "node",
                                "bench/visitors.mjs",
                                JsonMapper.shared().writeValueAsString(asked))
                        .redirectError(ProcessBuilder.Redirect.INHERIT));
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || answer.isBlank()) {
            throw new IOException("bench/visitors.mjs ended with " + process.exitValue() + ": " + answer);
        }
        JsonNode seen = JsonMapper.shared().readTree(answer);
        run.report()
                .add(Figure.of("console_fps", Math.round(seen.path("fps").asDouble()), "")
                        .atLeast(60)
                        .beside(seen.path("floorFps").asDouble(), "an empty page that scrolls"));
        run.report()
                .add(Figure.of(
                        "console_still_fps", Math.round(seen.path("stillFps").asDouble()), ""));
        run.report()
                .add(Figure.of("console_frame_p95_ms", seen.path("frameP95Ms").asDouble(), "ms"));
        run.report().add(Figure.of("console_shown_of", seen.path("total").asDouble(), "visitors in the list"));
        run.report().note("Frames: " + seen.path("browser").asString() + ", 1440 × 900, software rendering.");
    }
}

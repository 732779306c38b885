import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** How soon a message is on the other screen, and how many a second become durable, beside the disk and the bare engine. */
final class MessagesBench {
    private static final int PER_SECOND = 2_000;

    private final Run run;
    private final Product product;
    private final String prefix;
    private final Map<String, String> settings;
    private final String checkUrl;

    /** @param prefix of the figures' keys: none for the engine that everybody begins with */
    private MessagesBench(Run run, Product product, String prefix, Map<String, String> settings, String checkUrl) {
        this.run = run;
        this.product = product;
        this.prefix = prefix;
        this.settings = settings;
        this.checkUrl = checkUrl;
    }

    static void run(Run run) throws Exception {
        Product product = Product.ready(run);
        String engine = run.options().word("engine", run.quick() ? "sqlite" : "both");
        if (!engine.equals("postgres")) {
            Path data = run.scratch().file("data");
            String file = "jdbc:sqlite:file:" + data.resolve("beseda.db") + "?mode=ro";
            new MessagesBench(run, product, "", Map.of(), file)
                    .measure("jdbc:sqlite:" + run.scratch().file("bare.db"));
        }
        if (!engine.equals("sqlite")) {
            try (Postgres postgres = Postgres.start(run.scratch().file("postgres"))) {
                String url = postgres.create("beseda");
                new MessagesBench(run, product, "postgres_", Map.of("BESEDA_DB_URL", url), url)
                        .measure(postgres.create("bare"));
            }
        } else if (run.quick()) {
            run.report().note("--quick measures SQLite only; --engine postgres measures the other one.");
        }
        run.report()
                .note(
                        "Open loop of %,d messages/s, half from visitors, half from operators, each counted from the moment it was due; "
                                        .formatted(PER_SECOND)
                                + "load and server share this machine's cores, so the clients' own time is in the figures.");
    }

    private void measure(String bareUrl) throws Exception {
        Percentiles syncs = Disk.syncs(run.scratch().path(), 500);
        add(Figure.of("fsync_p50_ms", syncs.millis(0.5), "ms"));
        add(Figure.of("fsync_p99_ms", syncs.millis(0.99), "ms"));
        double durable;
        try (Server server = Server.start(run, product, run.scratch().file("data"), settings);
                StoredFirst storedFirst = new StoredFirst(checkUrl);
                Loop loop = new Loop("crowd")) {
            durable = converse(server, loop, new Latency(storedFirst::ask), syncs);
            add(Figure.of("shown_before_stored", storedFirst.missing(), "of " + storedFirst.asked())
                    .atMost(0));
        }
        Report.say("the bare engine");
        int seconds = run.quick() ? 3 : 8;
        double plain = BareEngine.perSecond(bareUrl, false, seconds);
        double engine = BareEngine.perSecond(bareUrl, true, seconds);
        add(Figure.of("durable_per_s", durable, "msg/s").beside(engine, "bare engine, full text"));
        add(Figure.of("durable_ratio_to_engine", durable / engine, "").atLeast(0.6));
        add(Figure.of("durable_ratio_to_plain_engine", durable / plain, "").beside(plain, "rows/s without full text"));
    }

    /** Returns how many messages a second became durable at most. */
    private double converse(Server server, Loop loop, Latency latency, Percentiles syncs) throws Exception {
        int idle = run.options().number("idle", 2_000, 10_000);
        Crowd crowd = crowd(server, loop, latency);
        List<String> keys = crowd.sites.stream().map(Company.Site::key).toList();
        Report.say("%,d idle visitors arrive".formatted(idle));
        try (HerdProcess herd = HerdProcess.gather(run, server.port(), idle, Company.SHOP, keys)) {
            Report.say("conversations begin");
            crowd.gather();
            crowd.begin(Texts.line(0));
            openLoop(server, crowd, latency, syncs);
            double durable = flood(server, crowd, latency);
            add(Figure.of("idle_lines_lost", herd.dismiss()[0], "").atMost(0));
            return durable;
        } finally {
            run.report().note("What did not go as on a good day: " + loop.ask(() -> new TreeMap<>(latency.troubles())));
            crowd.leave(crowd.everybody());
        }
    }

    private Crowd crowd(Server server, Loop loop, Latency latency) {
        // A visitor may send 60 a minute, so 1,000 a second need more than 1,000 of them.
        var shape = new Crowd.Shape(32, 64, 1_280);
        Report.say("%d operators and %d visitors are made".formatted(shape.operators(), shape.visitors()));
        return new Crowd(
                loop,
                server,
                server.port(),
                shape,
                Talker.Manner.OF_BROWSERS,
                new Random(1),
                (name, visitor) -> latency);
    }

    private void openLoop(Server server, Crowd crowd, Latency latency, Percentiles syncs) throws Exception {
        int seconds = run.options().number("seconds", 8, 20);
        int rate = run.options().number("rate", PER_SECOND, PER_SECOND);
        Report.say("%,d messages a second for %d s".formatted(rate, seconds));
        int ramp = run.quick() ? 7 : 20;
        OpenLoop open = crowd.loop.ask(() -> new OpenLoop(crowd, latency, rate, ramp));
        crowd.loop.execute(open::begin);
        Thread.sleep(ramp * 1_000L + 1_000);
        crowd.loop.await(() -> latency.underWay() < rate / 10, 10_000);
        crowd.loop.execute(() -> latency.measuring(true));
        long ticks = Machine.processorTicks(server.pid());
        long sent = crowd.loop.ask(open::sent);
        Thread.sleep(seconds * 1_000L);
        long spent = Machine.processorTicks(server.pid()) - ticks;
        long measured = crowd.loop.ask(open::sent) - sent;
        crowd.loop.execute(open::end);
        boolean drained = crowd.loop.await(() -> latency.underWay() == 0, 15_000);
        crowd.loop.execute(() -> latency.measuring(false));
        add(Figure.of("delivery_p50_ms", latency.delivered.millis(0.5), "ms")
                .atMost(3 * syncs.millis(0.5) + 3)
                .beside(syncs.millis(0.5), "fsync p50"));
        add(Figure.of("delivery_p99_ms", latency.delivered.millis(0.99), "ms")
                .atMost(40)
                .beside(syncs.millis(0.99), "fsync p99"));
        add(Figure.of("stored_p50_ms", latency.stored.millis(0.5), "ms"));
        add(Figure.of("stored_p99_ms", latency.stored.millis(0.99), "ms"));
        add(Figure.of("sent_late_p99_ms", latency.late.millis(0.99), "ms"));
        add(Figure.of("messages_per_s", measured / (double) seconds, "msg/s"));
        add(Figure.of("never_shown", drained ? 0 : crowd.loop.ask(latency::underWay), "")
                .atMost(0));
        add(Figure.of("refused", crowd.loop.ask(latency::refusals), ""));
        add(Figure.of("server_cpu_per_message_us", spent * 10_000.0 / measured, "µs"));
        profile(server, "open");
    }

    private double flood(Server server, Crowd crowd, Latency latency) throws Exception {
        int seconds = 6;
        // Each visitor may say ten at once and then one a second: time for that to fill again.
        Thread.sleep(run.quick() ? 5_000 : 12_000);
        Report.say("as many as it takes for %d s".formatted(seconds));
        Flood flood = crowd.loop.ask(() -> new Flood(crowd, 16));
        crowd.loop.execute(flood::begin);
        Thread.sleep(1_000);
        long before = crowd.loop.ask(latency::acknowledged);
        Thread.sleep(seconds * 1_000L);
        double durable = (crowd.loop.ask(latency::acknowledged) - before) / (double) seconds;
        profile(server, "flood");
        crowd.loop.execute(flood::end);
        return durable;
    }

    /** With --profile DIR, threads as they stand at the end of a phase go there. */
    private void profile(Server server, String phase) throws Exception {
        String folder = run.options().word("profile", "");
        if (!folder.isEmpty()) {
            Path file = Path.of(folder).resolve(prefix + phase + "-threads.txt").toAbsolutePath();
            server.jcmd("Thread.dump_to_file", "-overwrite", file.toString());
        }
    }

    private void add(Figure figure) {
        run.report()
                .add(new Figure(
                        prefix + figure.key(),
                        figure.value(),
                        figure.unit(),
                        figure.limit(),
                        figure.floor(),
                        figure.floorName()));
    }
}

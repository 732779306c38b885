import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long a supervisor waits for figures of a year, beside counting the same rows once in the engine. */
final class ReportsBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final double PROMISED = 300;
    private static final int WARMING = 3;

    private ReportsBench() {}

    static void run(Run run) throws Exception {
        Product product = Product.ready(run);
        int days = run.options().number("days", 60, 365);
        int conversations = run.options().number("conversations", 30_000, 300_000);
        Installation.onEach(run, installation -> measure(run, product, installation, days, conversations));
        run.report()
                .note(
                        "%,d conversations of %d days with %d operators, days packed; each report asked %d times by HTTP, after %d that only warm Java up."
                                .formatted(conversations, days, Installation.OPERATORS, times(run), WARMING));
    }

    private static int times(Run run) {
        return run.options().number("times", 8, 20);
    }

    private static void measure(Run run, Product product, Installation installation, int days, int conversations)
            throws Exception {
        long site;
        try (Server server = installation.start(run, product)) {
            site = Company.of(server).firstSite();
        }
        LocalDate last = LocalDate.now(ZONE).minusDays(1);
        long until = last.plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
        Report.say("%,d conversations are written".formatted(conversations));
        try (Connection connection = installation.connect()) {
            installation.addOperators(connection);
            new Year(connection, site).fill(until, days, conversations / days);
        }
        installation.rest();
        Report.say("days are packed");
        long begun = System.nanoTime();
        installation.packDays();
        installation.add(run, Figure.of("packed_day_ms", (System.nanoTime() - begun) / 1e6 / days, "ms"));
        double floor = floor(installation, times(run));
        try (Server server = installation.start(run, product)) {
            ask(run, installation, Company.of(server), last.minusDays(days - 1L), last, floor);
        }
    }

    /** What the engine itself needs to look at each conversation once. */
    private static double floor(Installation installation, int times) throws SQLException {
        var took = new Percentiles();
        try (Connection connection = installation.connect();
                Statement statement = connection.createStatement()) {
            for (int time = 0; time < times; time++) {
                long begun = System.nanoTime();
                try (ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*), SUM(first_answer_ms) FROM archive_conversation WHERE opened_at > 0")) {
                    row.next();
                }
                took.add(System.nanoTime() - begun);
            }
        }
        return took.millis(0.5);
    }

    private static void ask(
            Run run, Installation installation, Company company, LocalDate from, LocalDate until, double floor) {
        String period = "from=%s&until=%s&zone=%s".formatted(from, until, ZONE);
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("summary", "summary?" + period);
        for (String group : new String[] {"operator", "day", "city", "page", "source"}) {
            kinds.put("by_" + group, "by?group=" + group + "&" + period);
        }
        kinds.put("heat", "heat?" + period);
        kinds.put("goals", "goals?" + period);
        var all = new Percentiles();
        var first = new Percentiles();
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            var took = new Percentiles();
            for (int time = -WARMING; time < times(run); time++) {
                long begun = System.nanoTime();
                company.answer("/api/reports/" + kind.getValue());
                long nanos = System.nanoTime() - begun;
                if (time >= 0) {
                    took.add(nanos);
                    all.add(nanos);
                } else if (time == -WARMING) {
                    first.add(nanos);
                }
            }
            installation.add(run, Figure.of(kind.getKey() + "_p50_ms", took.millis(0.5), "ms"));
            installation.add(
                    run,
                    Figure.of(kind.getKey() + "_p95_ms", took.millis(0.95), "ms")
                            .atMost(PROMISED));
        }
        installation.add(run, Figure.of("first_report_ms", first.millis(0.999), "ms"));
        installation.add(run, Figure.of("year_report_p50_ms", all.millis(0.5), "ms"));
        installation.add(
                run,
                Figure.of("year_report_p95_ms", all.millis(0.95), "ms")
                        .atMost(PROMISED)
                        .beside(floor, "count and sum of the table, p50"));
        installation.add(run, Figure.of("year_report_ratio_to_floor", all.millis(0.5) / floor, ""));
    }
}

import chat.beseda.words.Stems;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** How long somebody looks for words in a million messages, how fast the archive is made, and what messages notice of both. */
final class ArchiveBench {
    private static final double PROMISED = 100;
    private static final int WARMING = 5;
    /** Ids tell times since then. */
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 2);

    private static final int DAYS = 300;

    private final Run run;
    private final Installation installation;
    private final Percentiles all = new Percentiles();

    private ArchiveBench(Run run, Installation installation) {
        this.run = run;
        this.installation = installation;
    }

    static void run(Run run) throws Exception {
        Product product = Product.ready(run);
        Installation.onEach(run, installation -> new ArchiveBench(run, installation).measure(product));
        run.report()
                .note(
                        "Conversations of %d messages and 3 other events, %d operators, Russian and English; a search is a page of 30 by HTTP with the places found in each, and how many there are."
                                .formatted(Past.MESSAGES, Installation.OPERATORS));
    }

    private void measure(Product product) throws Exception {
        int messages = run.options().number("messages", 50_000, 1_000_000);
        long site;
        try (Server server = installation.start(run, product)) {
            site = Company.of(server).firstSite();
        }
        Report.say("%,d messages are written".formatted(messages));
        Instant from = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
        try (Connection connection = installation.connect()) {
            installation.addOperators(connection);
            long until = from.plus(DAYS, ChronoUnit.DAYS).toEpochMilli();
            new Past(connection, site).fill(from.toEpochMilli(), until, messages / Past.MESSAGES);
        }
        rebuild(product, messages);
        installation.rest();
        try (Server server = installation.start(run, product)) {
            Company company = Company.of(server);
            search(company);
            new LatencyEffect(run, installation, server, company).measure(address(Map.of("words", "доставка")));
        }
    }

    /** The program's own word, with every index kept while rows come. */
    private void rebuild(Product product, int messages) throws IOException, InterruptedException {
        Report.say("the archive is made");
        var builder = new ProcessBuilder(product.launcher().toString(), "rebuild-reports").inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BESEDA_DATA", installation.data().toString());
        builder.environment().putAll(installation.settings());
        long begun = System.nanoTime();
        Process made = run.children().start(builder);
        if (!made.waitFor(15, TimeUnit.MINUTES) || made.exitValue() != 0) {
            throw new IOException("rebuild-reports did not come to its end");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        installation.add(run, Figure.of("summed_up_messages_per_s", messages / seconds, "msg/s"));
    }

    private void search(Company company) throws SQLException {
        long operator = Installation.operators().getFirst();
        Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
        kinds.put("common", Map.of("words", "доставка"));
        kinds.put("english", Map.of("words", "orders"));
        kinds.put("rare", Map.of("words", Talks.RARE + "ы"));
        kinds.put("phrase", Map.of("words", "\"есть в наличии\""));
        kinds.put("two_words", Map.of("words", "вернуть табуретку -доставка"));
        kinds.put("nothing", Map.of("words", "экскаватор"));
        kinds.put("visitor", Map.of("words", "доставка", "side", "visitor"));
        kinds.put("operator", Map.of("words", "доставка", "side", "operator"));
        kinds.put("filters", Map.of("words", "доставка", "operators", "" + operator, "language", "ru", "late", "true"));
        kinds.put("page", Map.of("words", "доставка", "page", "catalogue/77"));
        kinds.put("week", Map.of("words", "чайник", "from", "2026-05-04", "until", "2026-05-10"));
        kinds.put("rank", Map.of("words", "доставка чайника", "order", "rank"));
        kinds.put("no_words", Map.of("operators", "" + operator));
        int times = run.options().number("times", 10, 25);
        Report.say("Java is warmed up");
        for (int time = 0; time < WARMING; time++) {
            kinds.values().forEach(asked -> company.answer(address(asked)));
        }
        kinds.forEach((kind, asked) -> ask(company, kind, address(asked), times));
        installation.add(run, Figure.of("search_p50_ms", all.millis(0.5), "ms"));
        double floor = floor(times);
        installation.add(
                run,
                Figure.of("search_p95_ms", all.millis(0.95), "ms")
                        .atMost(PROMISED)
                        .beside(floor, "30 newest rows of a common word, bare index, p50"));
    }

    private void ask(Company company, String kind, String address, int times) {
        var took = new Percentiles();
        String answer = "";
        for (int time = -WARMING; time < times; time++) {
            long begun = System.nanoTime();
            answer = company.answer(address);
            long nanos = System.nanoTime() - begun;
            if (time >= 0) {
                took.add(nanos);
                all.add(nanos);
            }
        }
        int found = JsonMapper.shared().readTree(answer).path("total").asInt();
        installation.add(run, Figure.of(kind + "_p50_ms", took.millis(0.5), "ms, %,d found".formatted(found)));
        installation.add(
                run, Figure.of(kind + "_p95_ms", took.millis(0.95), "ms").atMost(PROMISED));
    }

    private static String address(Map<String, String> asked) {
        var query = new LinkedHashMap<String, String>(asked);
        query.putIfAbsent("from", FIRST.toString());
        query.putIfAbsent("until", FIRST.plusDays(DAYS).toString());
        return query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/api/archive?", ""));
    }

    private double floor(int times) throws SQLException {
        List<String> words = new Stems()
                .all("доставка").stream()
                        .flatMap(stem -> List.of("c" + stem, "d" + stem).stream())
                        .toList();
        String query = installation.isSqlite()
                ? "SELECT rowid FROM archive_words WHERE archive_words MATCH ? ORDER BY rowid DESC LIMIT 30"
                : "SELECT conversation_id FROM archive_words WHERE words @@ CAST(? AS tsquery) ORDER BY 1 DESC LIMIT 30";
        var took = new Percentiles();
        try (Connection connection = installation.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, String.join(installation.isSqlite() ? " OR " : " | ", words));
            for (int time = -WARMING; time < times; time++) {
                long begun = System.nanoTime();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                    }
                }
                if (time >= 0) {
                    took.add(System.nanoTime() - begun);
                }
            }
        }
        return took.millis(0.5);
    }
}

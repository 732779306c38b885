import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of a customer pays for the widget, in a real Chromium whose processor is slowed four times. */
final class WidgetBench {
    private static final String NODE = "node";

    private WidgetBench() {}

    static void run(Run run) throws Exception {
        Product product = Product.ready(run);
        int shopPort = Server.freePort();
        String shop = "http://127.0.0.1:" + shopPort;
        JsonNode seen;
        try (Server server = Server.start(run, product, run.scratch().file("data"), Map.of())) {
            Company.Site site = Company.of(server).site("Shop", shop);
            int views = run.options().number("views", 3, 7);
            seen = look(run, server.origin(), site, shopPort, views);
        }
        Report report = run.report();
        report.add(Figure.of("loader_gzip_bytes", seen.path("loaderGzip").asDouble(), "bytes")
                .atMost(6 * 1024));
        report.add(Figure.of("page_view_requests", seen.path("requests").asDouble(), "")
                .atMost(1));
        report.add(Figure.of("page_view_gzip_bytes", seen.path("viewGzip").asDouble(), "bytes"));
        report.add(Figure.of("next_page_view_bytes", seen.path("nextViewBytes").asDouble(), "bytes"));
        report.add(Figure.of("panel_gzip_bytes", seen.path("panelGzip").asDouble(), "bytes")
                .atMost(45 * 1024));
        report.add(Figure.of("panel_requests", seen.path("panelRequests").asDouble(), ""));
        report.add(Figure.of("loader_script_ms", seen.path("scriptMs").asDouble(), "ms")
                .atMost(20)
                .beside(seen.path("bareScriptMs").asDouble(), "a bare script with a line, a memory and a button"));
        report.add(
                Figure.of("loader_script_worst_ms", seen.path("scriptWorstMs").asDouble(), "ms"));
        report.add(Figure.of("loader_script_wall_ms", seen.path("scriptWallMs").asDouble(), "ms"));
        report.add(Figure.of("layout_shift", seen.path("layoutShift").asDouble(), "")
                .atMost(0));
        report.add(Figure.of("panel_open_ms", seen.path("panelOpenMs").asDouble(), "ms"));
        report.note("Script of the first view, thread ms: " + seen.path("scriptParts"));
        report.note(
                "A page view asked for: " + seen.path("viewUrls") + ", then a click for: " + seen.path("panelUrls"));
        report.note(
                "%s; processor slowed 4×; script time = compiling, evaluating and calling what came from loader.js in the first "
                                .formatted(seen.path("browser").asString())
                        + "4 s after the load, median of " + seen.path("views")
                        + " first views of a page, each in an empty profile.");
    }

    private static JsonNode look(Run run, String server, Company.Site site, int shopPort, int views) throws Exception {
        String asked = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "server",
                        server,
                        "snippet",
                        site.snippet(),
                        "site",
                        site.key(),
                        "shopPort",
                        shopPort,
                        "views",
                        views));
        Process process = run.children()
                .start(new ProcessBuilder(NODE, "bench/widget.mjs", asked)
                        .redirectError(ProcessBuilder.Redirect.INHERIT));
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || answer.isBlank()) {
            throw new IOException("bench/widget.mjs ended with " + process.exitValue() + ": " + answer);
        }
        return JsonMapper.shared().readTree(answer);
    }
}

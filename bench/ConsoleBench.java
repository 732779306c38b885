import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator waits for at the console, in a real Chromium. */
final class ConsoleBench {
    private ConsoleBench() {}

    static void run(Run run) throws Exception {
        int ended = run.options().number("conversations", 2_000, 10_000);
        int views = run.options().number("views", 3, 7);
        Report report = run.report();
        Report.say("%,d conversations are held".formatted(ended));
        JsonNode seen;
        try (Server server = CrowdedServer.start(run, 0, 0, ended)) {
            var asked = Map.of(
                    "server", server.origin(), "email", Server.EMAIL, "password", Server.PASSWORD, "views", views);
            seen = look(run, JsonMapper.shared().writeValueAsString(asked));
        }
        report.add(Figure.of("first_view_ms", seen.path("firstViewMs").asDouble(), "ms")
                .atMost(1_500));
        report.add(Figure.of("first_view_kb", seen.path("firstViewKb").asDouble(), "KB"));
        report.add(Figure.of("switch_p50_ms", seen.path("switchP50Ms").asDouble(), "ms")
                .atMost(50));
        report.add(Figure.of("switch_p95_ms", seen.path("switchP95Ms").asDouble(), "ms"));
        report.add(Figure.of("list_fps", Math.round(seen.path("fps").asDouble()), "")
                .atLeast(60)
                .beside(seen.path("floorFps").asDouble(), "an empty page that scrolls"));
        report.add(Figure.of("list_frame_p95_ms", seen.path("frameP95Ms").asDouble(), "ms"));
        report.add(Figure.of("list_rows", seen.path("rows").asDouble(), "of %,d".formatted(ended)));
        report.note(
                "%s, 1440 × 900, software rendering; %d first views at a processor slowed 4×, the rest at full speed."
                        .formatted(seen.path("browser").asString(), views));
    }

    private static JsonNode look(Run run, String asked) throws Exception {
        Process process = run.children()
                .start(new ProcessBuilder("node", "bench/console.mjs", asked)
                        .redirectError(ProcessBuilder.Redirect.INHERIT));
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || answer.isBlank()) {
            throw new IOException("bench/console.mjs ended with " + process.exitValue() + ": " + answer);
        }
        return JsonMapper.shared().readTree(answer);
    }
}

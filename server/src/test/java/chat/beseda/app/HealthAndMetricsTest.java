package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.storage.StorageTrouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthAndMetricsTest {
    private static final String TOKEN = "a token of forty letters or so";

    @TempDir
    Path folder;

    @Test
    void aServerAtWorkIsLiveAndReady() throws Exception {
        try (RunningServer server = start(Map.of())) {
            HttpResponse<String> live = get(server.port(), "/health/live", null);
            assertThat(live.statusCode()).isEqualTo(200);
            assertThat(live.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(live.body()).isEqualTo("{\"status\":\"live\"}");

            HttpResponse<String> ready = get(server.port(), "/health/ready", null);
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).isEqualTo("{\"status\":\"ready\"}");
        }
    }

    @Test
    void aServerWhoseStoreCannotWriteIsLiveButNotReadyUntilItCanAgain() throws Exception {
        var trouble = new AtomicReference<Optional<StorageTrouble>>(Optional.empty());
        var health = new Health(trouble::get);
        try (var server = new WebServer(configuration(Map.of()), config -> health.addTo(config.routes))) {
            server.open();
            assertThat(get(server.port(), "/health/ready", null).body()).isEqualTo("{\"status\":\"starting\"}");
            health.is(Health.Phase.READY);

            trouble.set(Optional.of(StorageTrouble.FULL));
            HttpResponse<String> full = get(server.port(), "/health/ready", null);
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.body()).contains("\"status\":\"storage\"", "\"trouble\":\"full\"");
            assertThat(get(server.port(), "/health/live", null).statusCode()).isEqualTo(200);

            trouble.set(Optional.empty());
            assertThat(get(server.port(), "/health/ready", null).statusCode()).isEqualTo(200);

            health.is(Health.Phase.STOPPING);
            assertThat(get(server.port(), "/health/ready", null).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void figuresAreForWhoKnowsTheToken() throws Exception {
        try (RunningServer server = start(Map.of("BESEDA_METRICS_TOKEN", TOKEN))) {
            HttpResponse<String> told = get(server.port(), "/metrics", "Bearer " + TOKEN);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body()).contains("# HELP beseda_lines", "beseda_writes_waiting 0");

            assertThat(get(server.port(), "/metrics", "Bearer another").statusCode())
                    .isEqualTo(404);
            assertThat(get(server.port(), "/metrics", "Bearer ").statusCode()).isEqualTo(404);
            assertThat(get(server.port(), "/metrics", null).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void figuresHaveAPortOfTheirOwn() throws Exception {
        try (RunningServer server = start(Map.of("BESEDA_METRICS_PORT", "0"))) {
            assertThat(get(server.metricsPort(), "/metrics", null).body()).contains("beseda_visitors 0");

            assertThat(get(server.port(), "/metrics", null).statusCode()).isEqualTo(404);
            assertThat(get(server.port(), "/metrics", "Bearer ").statusCode()).isEqualTo(404);
        }
    }

    private RunningServer start(Map<String, String> settings) {
        new DataFolder(folder).prepare();
        return RunningServer.start(configuration(settings));
    }

    private Configuration configuration(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("BESEDA_DATA", folder.toString());
        all.put("BESEDA_HOST", "127.0.0.1");
        all.put("BESEDA_PORT", "0");
        return Configuration.of(Settings.read(all));
    }

    private static HttpResponse<String> get(int port, String path, @Nullable String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}

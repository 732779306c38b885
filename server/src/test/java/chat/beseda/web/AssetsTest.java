package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private Javalin server;

    @BeforeEach
    void open() {
        var assets = new Assets("test-frontend");
        var page = new Page(assets, "page.html");
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    SecurityHeaders.addTo(config.routes);
                    config.routes.get("/page", context -> page.send(context, "https://shop.example"));
                    config.routes.get("/files/*", context -> {
                        if (!assets.send(context, context.path().substring("/files/".length()), Assets.FOR_EVER)) {
                            throw new NotFoundResponse();
                        }
                    });
                })
                .start(0);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void theSmallestFormTheBrowserTakesIsSent() throws Exception {
        assertThat(get("/files/script.js", "gzip, br").headers().firstValue("Content-Encoding"))
                .hasValue("br");
        assertThat(get("/files/script.js", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        HttpResponse<String> plain = get("/files/script.js", "identity");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).contains("hello");
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(plain.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("immutable"));
    }

    @Test
    void nothingOutsideTheFolderIsSent() throws Exception {
        assertThat(get("/files/%2e%2e/logback-test.xml", "br").statusCode()).isIn(400, 404);
        assertThat(get("/files/nothing.js", "br").statusCode()).isEqualTo(404);
        for (String other : List.of("/files//script.js", "/files/./script.js", "/files/", "/files/script.js/")) {
            assertThat(get(other, "br").statusCode()).as(other).isEqualTo(404);
        }
    }

    @Test
    void aPageIsSentWithItsPolicyOrNotAtAll() throws Exception {
        for (String form : List.of("page.html", "page.html.br", "page.html.gz")) {
            assertThat(get("/files/" + form, "br").statusCode()).as(form).isEqualTo(404);
        }
        assertThat(get("/files/script.js", "br").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void aPageRunsOnlyItsOwnScriptsAndIsFramedOnlyByWhomItNames() throws Exception {
        HttpResponse<String> first = get("/page", "br");
        HttpResponse<String> second = get("/page", "br");
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors https://shop.example", "require-trusted-types-for");
        assertThat(policy).doesNotContain("unsafe");
        String nonce = policy.replaceAll("(?s).*script-src 'nonce-([^']+)'.*", "$1");
        assertThat(first.body()).contains("nonce=\"" + nonce + "\"").doesNotContain("__NONCE__");
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private HttpResponse<String> get(String path, String encodings) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                            .header("Accept-Encoding", encodings)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

package chat.beseda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversations.Saying;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.formatting.Words;
import chat.beseda.security.RandomTokens;
import chat.beseda.testing.LineServer;
import chat.beseda.visitors.Recognised;
import chat.beseda.visitors.VisitorSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A visitor's files as his panel and others ask for them. */
class VisitorFilesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TEXT = "План дома";

    private final LineServer server = new LineServer();
    private final Recognised who = server.visitors.recognise(server.site.id(), null, null, true);
    private final String token = Objects.requireNonNull(who.token());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsSaidIsDownloadedUnderItsHarmlessName() throws Exception {
        String id = whole("../пл\u202eан \"1\".txt", TEXT.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> file = get("/files/" + said(id) + "/" + id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(TEXT);
        assertThat(header(file, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(file, "Content-Disposition"))
                .startsWith(
                        "attachment; filename=\"____ _1_.txt\"; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD%20_1_.txt");
    }

    @Test
    void aPictureIsLookedAtUnlessItIsToBeKept() throws Exception {
        String id = whole("a.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1));
        String address = "/files/" + said(id) + "/" + id;
        assertThat(header(get(address), "Content-Type")).isEqualTo("image/gif");
        assertThat(header(get(address), "Content-Disposition")).startsWith("inline");
        assertThat(header(get(address + "?keep"), "Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void aPictureIsSentSmallWhereItIsWantedSo() throws Exception {
        var photo = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
        var chance = new Random(1);
        for (int at = 0; at < 600 * 200; at++) {
            photo.setRGB(at % 600, at / 600, chance.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "png", bytes);
        String id = whole("a.png", bytes.toByteArray());
        String address = "/files/" + said(id) + "/" + id;
        HttpResponse<String> small = get(address + "?size=small");
        assertThat(header(small, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(small, "Content-Disposition")).startsWith("inline");
        assertThat(header(small, "Content-Security-Policy")).contains("sandbox");
        assertThat(header(get(address), "Content-Type")).isEqualTo("image/png");
        assertThat(header(get(address + "?size=small&keep"), "Content-Length"))
                .isEqualTo(header(get(address), "Content-Length"));
        assertThat(get("/files/" + "x".repeat(22) + "/" + id + "?size=small").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseIsLetIn() throws Exception {
        String begin = "{\"name\": \"a.txt\", \"size\": 9}";
        String path = "/api/visitor/" + server.site.key() + "/files";
        assertThat(code(post(path, begin, "x".repeat(43)))).isEqualTo("session_none");
        assertThat(post("/api/visitor/nowhere/files", begin, token).statusCode())
                .isEqualTo(404);
        HttpResponse<String> foreign = CLIENT.send(
                request(path, token)
                        .header("Origin", "https://evil.example")
                        .header("X-Beseda", "1")
                        .POST(BodyPublishers.ofString(begin))
                        .build(),
                BodyHandlers.ofString());
        assertThat(code(foreign)).isEqualTo("origin_foreign");
        String id = id(post(path, begin, token));
        String other = Objects.requireNonNull(
                server.visitors.recognise(server.site.id(), null, null, true).token());
        assertThat(code(put(id, "0", new byte[9], other))).isEqualTo("file_unknown");
        assertThat(get("/files/" + "x".repeat(22) + "/" + id).statusCode()).isEqualTo(404);
        server.bans.ban(Actor.program(), server.anna.id(), who.visitor(), null, null, "");
        assertThat(code(post(path, begin, token))).isEqualTo("forbidden");
    }

    @Test
    void whatIsWrongIsToldInTheVisitorsWords() throws Exception {
        assertThat(code(begin("a.txt", 26L * 1024 * 1024))).isEqualTo("file_too_large");
        assertThat(begin("a.txt", 26L * 1024 * 1024).body()).contains("Файл больше 25 МБ");
        assertThat(code(begin("a.txt", -1))).isEqualTo("file_empty");
        String id = id(begin("a.txt", 9));
        assertThat(code(put(id, "5", new byte[2], token))).isEqualTo("file_offset");
        assertThat(code(put(id, "none", new byte[10], token))).isEqualTo("file_longer");
        assertThat(put(id, "0", new byte[600 * 1024], token).statusCode()).isEqualTo(413);
        assertThat(code(put(id, "0", "<html><b>".getBytes(StandardCharsets.UTF_8), token)))
                .isEqualTo("file_kind");
        assertThat(code(put(id, "0", new byte[9], token))).isEqualTo("file_unknown");
        server.customs.change(
                Actor.program(),
                server.site.id(),
                new VisitorSettings(
                        false, true, false, VisitorSettings.RatingScale.OFF, false, 25, List.of("image"), true));
        assertThat(code(begin("a.txt", 9))).isEqualTo("file_off");
    }

    @Test
    void tooManyInARowAreSlowedDown() throws Exception {
        HttpResponse<String> answer = begin("a.txt", 9);
        for (int i = 0; i < 30 && answer.statusCode() == 200; i++) {
            answer = begin("a.txt", 9);
        }
        assertThat(code(answer)).isEqualTo("file_rate");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private String whole(String name, byte[] bytes) throws Exception {
        String id = id(begin(name, bytes.length));
        assertThat(put(id, "0", bytes, token).statusCode()).isEqualTo(200);
        return id;
    }

    /** The conversation's key. */
    private String said(String id) {
        var saying = new Saying(new Words.Plain("Вот"), List.of(id));
        var cid = new ClientId(new RandomTokens().name());
        return ((Posted.Stored) server.conversations.postByVisitor(who.visitor(), Opening.on(null), cid, saying)).key();
    }

    private HttpResponse<String> begin(String name, long size) throws IOException, InterruptedException {
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("size", size)
                .toString();
        return post("/api/visitor/" + server.site.key() + "/files", body, token);
    }

    private HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        return CLIENT.send(ours(path, token).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String id, String offset, byte[] bytes, String token)
            throws IOException, InterruptedException {
        String path = "/api/visitor/%s/files/%s?offset=%s".formatted(server.site.key(), id, offset);
        return CLIENT.send(
                ours(path, token).PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.origin() + path)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder ours(String path, String token) {
        return request(path, token).header("Origin", server.origin()).header("X-Beseda", "1");
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server.origin() + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "ru")
                .header("X-Beseda-Token", token);
    }

    private static String id(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    private static String code(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("code").asString("");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

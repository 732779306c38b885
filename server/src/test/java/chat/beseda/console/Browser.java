package chat.beseda.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks as the console in a browser asks: with our header, from our own origin, with the cookie it was given. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String server;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(String server) {
        this.server = server;
        headers.put("Origin", server);
        headers.put("X-Beseda", "1");
        headers.put("Accept-Language", "en");
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return String.join("; ", response.headers().allValues(name));
        }
    }

    Browser with(String header, @Nullable String value) {
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    Browser withCookie(String cookie) {
        return with("Cookie", cookie);
    }

    String cookie() {
        return headers.getOrDefault("Cookie", "");
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json");
    }

    Answer put(String path, byte[] bytes, String type) {
        return send("PUT", path, BodyPublishers.ofByteArray(bytes), type);
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    Answer send(String method, String path, String json) {
        return send(method, path, BodyPublishers.ofString(json, StandardCharsets.UTF_8), "application/json");
    }

    private Answer send(String method, String path, BodyPublisher body, @Nullable String type) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).method(method, body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(cookie -> headers.put("Cookie", cookie.split(";", -1)[0]));
            return new Answer(response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}

package chat.beseda.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** By HTTP, as RFC 8030 says. Follows no redirection: only services that may be told are asked. Thread-safe. */
final class HttpCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** A notification of an answer is of no use the next day. */
    private static final Duration KEPT = Duration.ofHours(12);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Outcome carry(URI endpoint, String authorization, String topic, byte[] envelope) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Encoding", "aes128gcm")
                .header("TTL", Long.toString(KEPT.toSeconds()))
                .header("Urgency", "high")
                .header("Topic", topic)
                .POST(BodyPublishers.ofByteArray(envelope))
                .build();
        try {
            return outcome(http.send(request, BodyHandlers.discarding()));
        } catch (IOException unreachable) {
            return new Outcome.Later(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Outcome.Later(PAUSE);
        }
    }

    private static Outcome outcome(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Carried();
        }
        if (status == 404 || status == 410) {
            return new Outcome.Gone();
        }
        if (status == 429 || status >= 500) {
            return new Outcome.Later(response.headers()
                    .firstValue("Retry-After")
                    .filter(seconds -> seconds.matches("\\d{1,4}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .orElse(PAUSE));
        }
        return new Outcome.Refused(status);
    }
}

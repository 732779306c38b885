package chat.beseda.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;

/** A line over POST and long poll. Every third answer is lost on the way and has to come again. */
public final class PollTestLine extends TestLine {
    private final HttpClient client;
    private final String origin;
    private final String line;
    private final String secret;
    private volatile boolean over;

    private PollTestLine(HttpClient client, String origin, String address) {
        this.client = client;
        this.origin = origin;
        this.line = address.substring(0, address.indexOf('?'));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.ofString("{}")));
        if (answer.statusCode() != 200) {
            throw new CompletionException(
                    new IOException("the line was refused: " + answer.statusCode() + " " + answer.body()));
        }
        this.secret = JSON.readTree(answer.body()).get("line").stringValue();
        Thread.ofVirtual().start(this::poll);
    }

    /**
     * Opens a line.
     *
     * @param address path and query
     * @throws CompletionException when it is refused
     */
    public static PollTestLine open(HttpClient client, LineServer server, String origin, String address) {
        return new PollTestLine(client, origin, server.origin() + address);
    }

    @Override
    public void sendText(String frame) {
        post(line + "/frames", "[" + frame + "]");
    }

    @Override
    public void close() {
        over = true;
        post(line + "/end", "{}");
    }

    private void poll() {
        long after = 0;
        for (int turn = 1; !over; turn++) {
            HttpResponse<String> answer;
            try {
                answer = post(line + "/poll", "{\"after\":" + after + "}");
            } catch (CompletionException lost) {
                continue;
            }
            if (answer.statusCode() != 200) {
                ended(1006);
                return;
            }
            JsonNode batch = JSON.readTree(answer.body());
            boolean lost = turn % 3 == 0 && batch.get("frames").size() > 0;
            if (!lost) {
                after = batch.get("last").longValue();
                batch.get("frames").forEach(this::came);
            }
        }
    }

    private HttpResponse<String> post(String address, String body) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("X-Beseda-Line", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Origin", origin).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stop);
        }
    }
}

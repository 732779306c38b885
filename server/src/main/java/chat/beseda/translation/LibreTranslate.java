package chat.beseda.translation;

import chat.beseda.translation.Translated.Done;
import chat.beseda.translation.Translated.Failed;
import chat.beseda.translation.Translated.Trouble;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks {@code POST /translate}. Follows no redirection, so that only the address that was named is asked. Thread-safe. */
final class LibreTranslate {
    private static final int MOST_ANSWER_BYTES = 512 * 1024;

    private final Duration patience;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http;

    /** @param patience for the whole of an answer; a quarter of it for somebody to be there */
    LibreTranslate(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.dividedBy(4))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** As LibreTranslate documents it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Question(
            String q,
            String source,
            String target,
            String format,
            @JsonProperty("api_key") @Nullable String key) {}

    Translated ask(TranslationService service, String text, String target) {
        String key = service.key().isEmpty() ? null : service.key();
        var request = HttpRequest.newBuilder(URI.create(service.address() + "/translate"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        json.writeValueAsBytes(new Question(text, "auto", target, "text", key))))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
        try {
            return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return new Failed(Trouble.TIMEOUT);
        } catch (ExecutionException failure) {
            return new Failed(trouble(failure.getCause()));
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Trouble.TIMEOUT);
        }
    }

    /** Somebody who was there and answered nothing sound, or more than an answer may be, failed himself. */
    private static Trouble trouble(@Nullable Throwable failure) {
        return switch (failure) {
            case SSLException tls -> Trouble.TLS;
            case ConnectException nobody -> Trouble.UNREACHABLE;
            case HttpConnectTimeoutException nobody -> Trouble.UNREACHABLE;
            case null, default -> Trouble.BROKEN;
        };
    }

    private Translated read(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> done(answer.body());
            case 400 -> new Failed(wantsKey(answer.body()) ? Trouble.KEY : Trouble.REFUSED);
            case 413, 422 -> new Failed(Trouble.REFUSED);
            case 401, 403 -> new Failed(Trouble.KEY);
            case 429 -> new Failed(Trouble.TOO_MANY);
            default -> new Failed(answer.statusCode() >= 500 ? Trouble.BROKEN : Trouble.NO_SERVICE);
        };
    }

    /** Where keys are required, whoever brings none is answered 400, and only the words tell why. */
    private boolean wantsKey(byte[] body) {
        try {
            JsonNode error = json.readTree(body).path("error");
            return error.isString() && error.asString().toLowerCase(Locale.ROOT).contains("api key");
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private Translated done(byte[] body) {
        try {
            JsonNode said = json.readTree(body);
            JsonNode text = said.path("translatedText");
            if (text.isString()) {
                JsonNode language = said.path("detectedLanguage").path("language");
                return new Done(text.asString(), language.isString() ? language.asString() : "");
            }
        } catch (JacksonException noJson) {
            return new Failed(Trouble.NO_SERVICE);
        }
        return new Failed(Trouble.NO_SERVICE);
    }
}

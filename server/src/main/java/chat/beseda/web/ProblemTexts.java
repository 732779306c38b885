package chat.beseda.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of problems, by language and code: {@code problem.CODE}, its {@code .title}, and {@code expected.CODE} for what
 * a field should have been. {@code {name}} in a sentence stands for a param.
 */
public final class ProblemTexts {
    private static final int LONGEST_VALUE = 100;

    private final Map<String, Properties> byLanguage = new HashMap<>();

    /** Reads {@code problems_ru.properties} and so on, which lie beside the class. */
    public ProblemTexts(Class<?> beside) {
        for (String language : RequestLanguage.ALL) {
            String name = "problems_%s.properties".formatted(language);
            try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
                var texts = new Properties();
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                byLanguage.put(language, texts);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A problem in words, as RFC 9457 spells it. */
    record Told(
            String type,
            String title,
            int status,
            String code,
            String detail,
            List<ToldField> fields,
            @Nullable Long retryMs) {}

    record ToldField(String field, String code, @Nullable String value, String expected) {}

    Told told(Problem problem, String language) {
        List<ToldField> fields = problem.fields().stream()
                .map(field -> new ToldField(
                        field.field(),
                        field.code(),
                        cut(field.value()),
                        text(language, "expected." + field.code(), field.params())))
                .toList();
        var retry = problem.retry();
        return new Told(
                "about:blank",
                title(problem.status()),
                problem.status(),
                problem.code(),
                text(language, "problem." + problem.code(), problem.params()),
                fields,
                retry == null ? null : retry.toMillis());
    }

    private String text(String language, String name, Map<String, String> params) {
        Properties texts = Objects.requireNonNull(byLanguage.get(language), language);
        String text = texts.getProperty(name, name);
        for (Map.Entry<String, String> param : params.entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return text;
    }

    private static @Nullable String cut(@Nullable String value) {
        if (value == null || value.codePointCount(0, value.length()) <= LONGEST_VALUE) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    /** With the type "about:blank" the title is the status's own phrase. */
    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "HTTP " + status;
        };
    }
}

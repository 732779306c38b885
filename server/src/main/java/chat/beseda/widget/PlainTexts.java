package chat.beseda.widget;

import chat.beseda.web.RequestLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of the page without scripts, by language; {@code {name}} stands for a parameter. */
final class PlainTexts {
    private final Map<String, Properties> byLanguage = new HashMap<>();

    PlainTexts() {
        for (String language : RequestLanguage.ALL) {
            String name = "plain_%s.properties".formatted(language);
            try (InputStream file = Objects.requireNonNull(PlainTexts.class.getResourceAsStream(name), name)) {
                var texts = new Properties();
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                byLanguage.put(language, texts);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The text, or its own name when nobody wrote one. */
    String of(String language, String name, Map<String, String> params) {
        String text = Objects.requireNonNull(byLanguage.get(language), language).getProperty(name, name);
        for (Map.Entry<String, String> param : params.entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return text;
    }
}

package chat.beseda.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of pages that the server writes, by language; {@code {name}} stands for a parameter. */
public final class PageTexts {
    private final Map<String, Properties> byLanguage = new HashMap<>();

    /**
     * Reads {@code name_ru.properties} and its sisters.
     *
     * @param beside the class they lie beside
     */
    public PageTexts(Class<?> beside, String name) {
        for (String language : RequestLanguage.ALL) {
            String path = "%s_%s.properties".formatted(name, language);
            try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(path), path)) {
                var texts = new Properties();
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                byLanguage.put(language, texts);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The text, or its own name when nobody wrote one. */
    public String of(String language, String name, Map<String, String> params) {
        String text = Objects.requireNonNull(byLanguage.get(language), language).getProperty(name, name);
        for (Map.Entry<String, String> param : params.entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return text;
    }
}

package chat.beseda.operators;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operators decide about themselves.
 *
 * @param title the post shown to visitors under the name, perhaps empty
 * @param translations name and title in languages where they are others, by language
 * @param photo the SHA-256 of the picture's bytes in hex
 * @param locale the language of their console: {@code ru}, {@code en} or {@code uk}
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param status what colleagues should know now; null for nothing
 */
public record Profile(
        String name,
        String title,
        Map<String, Called> translations,
        @Nullable String photo,
        String locale,
        String theme,
        @Nullable Status status,
        WorkingHours hours) {

    /** How visitors know an operator in one language; an empty part is the same as in the others. */
    public record Called(String name, String title) {}

    /**
     * A few words for colleagues.
     *
     * @param until when they mean nothing any more; null: until they are taken back
     */
    public record Status(String text, @Nullable Long until) {
        public boolean stands(long now) {
            return until == null || now < until;
        }
    }

    public Profile {
        translations = Map.copyOf(translations);
    }

    /** Of somebody who has said no more than that. */
    public Profile(String name, String title, @Nullable String photo, String locale, String theme) {
        this(name, title, Map.of(), photo, locale, theme, null, WorkingHours.NONE);
    }

    /** Name and title for who reads that language. */
    public Called in(String language) {
        Called said = translations.get(language);
        return said == null
                ? new Called(name, title)
                : new Called(said.name.isEmpty() ? name : said.name, said.title.isEmpty() ? title : said.title);
    }

    Profile with(@Nullable String photo) {
        return new Profile(name, title, translations, photo, locale, theme, status, hours);
    }

    Profile named(String name, String title) {
        return new Profile(name, title, translations, photo, locale, theme, status, hours);
    }

    Profile saying(@Nullable Status status) {
        return new Profile(name, title, translations, photo, locale, theme, status, hours);
    }
}

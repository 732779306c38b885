package chat.beseda.operators;

import org.jspecify.annotations.Nullable;

/**
 * What operators decide about themselves.
 *
 * @param title the post shown to visitors under the name, perhaps empty
 * @param photo the SHA-256 of the picture's bytes in hex
 * @param locale the language of their console: {@code ru}, {@code en} or {@code uk}
 * @param theme {@code system}, {@code light} or {@code dark}
 */
public record Profile(String name, String title, @Nullable String photo, String locale, String theme) {

    Profile with(@Nullable String photo) {
        return new Profile(name, title, photo, locale, theme);
    }

    Profile named(String name, String title) {
        return new Profile(name, title, photo, locale, theme);
    }
}

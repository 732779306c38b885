package chat.beseda.operators;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operators say about themselves, unchecked.
 *
 * @param translations by language; null when nothing was said of them, and they stay as they are
 * @param hours null when nothing was said of them, and they stay as they are
 */
public record OwnDraft(
        String name,
        String title,
        @Nullable Map<String, Profile.Called> translations,
        String locale,
        String theme,
        @Nullable WorkingHours hours) {

    public OwnDraft(String name, String title, String locale, String theme) {
        this(name, title, null, locale, theme, null);
    }
}

package chat.beseda.conversations;

import chat.beseda.sites.DepartmentId;
import chat.beseda.visitors.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a conversation opens.
 *
 * @param page the visitor is on
 * @param language what the visitor's browser speaks, as {@code uk} or {@code uk-UA}; empty when nobody knows
 * @param department the question is for; null for all of the site
 */
public record Opening(
        @Nullable Page page, String language, @Nullable DepartmentId department) {
    private static final int LONGEST_LANGUAGE = 3;

    public Opening {
        String primary = Locale.forLanguageTag(language).getLanguage();
        language = primary.length() > LONGEST_LANGUAGE ? "" : primary;
    }

    /** On a page, and nothing else is known. */
    public static Opening on(@Nullable Page page) {
        return new Opening(page, "", null);
    }
}

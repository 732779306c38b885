package chat.beseda.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language in which to answer a request: the first of {@code Accept-Language} that the product speaks. */
public final class RequestLanguage {
    /** The languages the product speaks. */
    public static final List<String> ALL = List.of("ru", "en", "uk");

    private static final String OTHERWISE = "en";
    private static final int LONGEST_HEADER = 500;

    private RequestLanguage() {}

    public static String of(Context context) {
        return of(context.header("Accept-Language"));
    }

    static String of(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return OTHERWISE;
        }
        try {
            @Nullable String language = Locale.lookupTag(LanguageRange.parse(header), ALL);
            return language == null ? OTHERWISE : language;
        } catch (IllegalArgumentException notALanguage) {
            return OTHERWISE;
        }
    }
}

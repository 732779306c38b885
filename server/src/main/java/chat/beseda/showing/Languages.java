package chat.beseda.showing;

import java.util.List;
import java.util.Locale;

/** Languages as rules name them: {@code pt} means every Portuguese, {@code pt-BR} that of Brazil. */
public final class Languages {
    private Languages() {}

    /** Whether one of the languages is what the tag says, or what it begins with. */
    public static boolean speak(List<String> languages, String tag) {
        String said = tag.toLowerCase(Locale.ROOT);
        return languages.stream()
                .map(language -> language.strip().toLowerCase(Locale.ROOT))
                .anyMatch(language -> said.equals(language) || said.startsWith(language + "-"));
    }
}

package chat.beseda.outreach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an invitation: the rule's own, or the standard ones. */
final class InvitationText {
    static final int MAX_LENGTH = 300;
    static final List<String> VARIABLES = List.of("visitor", "operator", "page", "city");

    static final Map<String, String> STANDARD = Map.of(
            "ru", "Здравствуйте! Если у Вас есть вопросы, мы готовы Вам помочь.",
            "en", "Hello! If you have any questions, we are ready to help.",
            "uk", "Вітаємо! Якщо у Вас є запитання, ми готові Вам допомогти.");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private InvitationText() {}

    /** The variables of a text that nobody knows. */
    static List<String> unknown(String text) {
        var unknown = new ArrayList<String>();
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            if (!VARIABLES.contains(found.group(1))) {
                unknown.add(found.group(1));
            }
        }
        return unknown;
    }

    /** True when the words call the visitor by his name. */
    static boolean names(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, "").contains("{visitor}");
    }

    /** Filled in. Words that need something nobody knows of this visitor are not said: the standard ones are. */
    static String of(Map<String, String> texts, String language, Map<String, String> values) {
        String standard = STANDARD.getOrDefault(language, STANDARD.getOrDefault("en", ""));
        String own = texts.getOrDefault(language, "");
        if (own.isBlank()) {
            return standard;
        }
        var filled = new StringBuilder();
        Matcher found = VARIABLE.matcher(own);
        while (found.find()) {
            String value = values.getOrDefault(found.group(1), "");
            if (value.isBlank()) {
                return standard;
            }
            found.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return found.appendTail(filled).toString();
    }
}

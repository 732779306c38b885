package chat.beseda.answers;

import chat.beseda.forms.FieldChecks;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a ready answer that are filled in where it is inserted: {@code {name}} or {@code {name|what stands there when
 * nobody knows}}, within one line. Braces before anything but a letter are text.
 */
final class AnswerVariables {
    static final List<String> NAMES =
            List.of("visitor.name", "operator.name", "company", "site", "page.title", "page.address", "city");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\p{L}[^{}|\\n]*)(\\|[^{}\\n]*)?(})?");

    private AnswerVariables() {}

    /** Notes every variable that nobody knows, and every one without an end. */
    static void check(FieldChecks checks, String field, String text) {
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            String name = found.group(1).strip();
            if (found.group(3) == null) {
                checks.add(field, "variable_open", name, Map.of("name", name));
            } else if (!NAMES.contains(name)) {
                checks.add(
                        field, "variable", name, Map.of("name", name, "words", "{" + String.join("}, {", NAMES) + "}"));
            }
        }
    }
}

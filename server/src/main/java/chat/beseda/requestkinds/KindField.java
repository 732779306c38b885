package chat.beseda.requestkinds;

import java.util.List;
import java.util.Map;

/**
 * A field of a form's own.
 *
 * @param id names it within its kind, whatever its label becomes
 * @param label language to text; of a consent what is agreed to
 * @param choices language to text of each; empty unless one is to be chosen
 */
public record KindField(
        String id, Map<String, String> label, FieldType type, boolean required, List<Map<String, String>> choices) {
    public KindField {
        label = Map.copyOf(label);
        choices = List.copyOf(choices);
    }

    public String label(String language, String standard) {
        return RequestKind.text(label, language, standard);
    }

    public List<String> choices(String language, String standard) {
        return choices.stream()
                .map(choice -> RequestKind.text(choice, language, standard))
                .toList();
    }
}

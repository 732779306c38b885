package chat.beseda.requestkinds;

import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a kind of request may be set to. */
final class KindChecks {
    static final int MOST_FIELDS = 20;
    static final int MOST_CHOICES = 30;
    static final int MOST_IN_ROTA = 100;
    private static final int NAME = 80;
    private static final int INVITATION = 500;
    private static final int LABEL = 200;
    private static final int CONSENT = 2000;
    private static final String FIELD_ID = "[a-z0-9_]{1,20}";
    private static final int DAY = 24 * 60;

    private final FieldChecks checks;

    KindChecks(FieldChecks checks) {
        this.checks = checks;
    }

    /** The draft as it should be kept; whatever is wrong is noted. */
    KindDraft check(KindDraft draft) {
        Map<String, String> name = texts("name", draft.name(), 1, NAME);
        Map<String, String> invitation = texts("invitation", draft.invitation(), 0, INVITATION);
        asks(draft);
        List<KindField> fields = fields(draft.fields());
        times(draft);
        checks.range("rota", draft.rota().size(), 0, MOST_IN_ROTA);
        return new KindDraft(
                draft.site(),
                draft.nature(),
                name,
                invitation,
                draft.department(),
                draft.on(),
                draft.order(),
                draft.asks(),
                fields,
                draft.slotMinutes(),
                draft.capacity(),
                draft.daysAhead(),
                draft.leadMinutes(),
                draft.soon(),
                draft.soonMinutes(),
                draft.answerMinutes(),
                draft.remindMinutes(),
                draft.rota().stream().distinct().toList(),
                draft.turn());
    }

    private void times(KindDraft draft) {
        checks.range("order", draft.order(), 0, 999);
        if (!Set.of(15, 30, 60).contains(draft.slotMinutes())) {
            checks.oneOf("slotMinutes", Integer.toString(draft.slotMinutes()), List.of("15", "30", "60"));
        }
        checks.range("capacity", draft.capacity(), 1, 100);
        checks.range("daysAhead", draft.daysAhead(), 0, 30);
        checks.range("leadMinutes", draft.leadMinutes(), 0, 2 * DAY);
        checks.range("soonMinutes", draft.soonMinutes(), 5, 8 * 60);
        checks.range("answerMinutes", draft.answerMinutes(), 5, 10 * DAY);
        checks.range("remindMinutes", draft.remindMinutes(), 0, 4 * 60);
        if (draft.nature() == Nature.CALL && !draft.soon() && draft.daysAhead() == 0) {
            checks.add("daysAhead", "required", "0", Map.of());
        }
    }

    /** Whoever is to be called has to leave a number, and a letter that says nothing cannot be answered. */
    private void asks(KindDraft draft) {
        Asks asks = draft.asks();
        if (draft.nature() == Nature.CALL) {
            needed("asks.phone", asks.phone());
        } else {
            needed("asks.email", asks.email());
            needed("asks.text", asks.text());
        }
    }

    private void needed(String field, Need need) {
        if (need != Need.REQUIRED) {
            checks.oneOf(field, need.name().toLowerCase(Locale.ROOT), List.of("required"));
        }
    }

    private List<KindField> fields(List<KindField> said) {
        checks.range("fields", said.size(), 0, MOST_FIELDS);
        var fields = new ArrayList<KindField>();
        var ids = new HashSet<String>();
        for (int at = 0; at < Math.min(said.size(), MOST_FIELDS); at++) {
            KindField field = said.get(at);
            String where = "fields[%d].".formatted(at);
            if (!field.id().matches(FIELD_ID)) {
                checks.add(where + "id", "unprintable", field.id(), Map.of());
            } else if (!ids.add(field.id())) {
                checks.add(where + "id", "taken", field.id(), Map.of());
            }
            int most = field.type() == FieldType.CONSENT ? CONSENT : LABEL;
            Map<String, String> label = texts(where + "label", field.label(), 1, most);
            fields.add(new KindField(field.id(), label, field.type(), field.required(), choices(where, field)));
        }
        return fields;
    }

    private List<Map<String, String>> choices(String where, KindField field) {
        if (field.type() != FieldType.CHOICE) {
            return List.of();
        }
        checks.range(where + "choices", field.choices().size(), 2, MOST_CHOICES);
        var choices = new ArrayList<Map<String, String>>();
        for (int at = 0; at < Math.min(field.choices().size(), MOST_CHOICES); at++) {
            choices.add(
                    texts(where + "choices[%d]".formatted(at), field.choices().get(at), 1, LABEL));
        }
        return choices;
    }

    /** @param least 1: at least one language has to have it */
    private Map<String, String> texts(String field, Map<String, String> said, int least, int most) {
        var texts = new HashMap<String, String>();
        for (String language : Site.LANGUAGES) {
            String text = checks.lines(field + "." + language, said.getOrDefault(language, ""), 0, most);
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        said.keySet().stream()
                .filter(language -> !Site.LANGUAGES.contains(language))
                .forEach(language -> checks.oneOf(field, language, Site.LANGUAGES));
        if (texts.isEmpty() && least > 0) {
            checks.add(field, "required", null, Map.of());
        }
        return texts;
    }
}

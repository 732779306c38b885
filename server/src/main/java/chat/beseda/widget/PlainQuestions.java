package chat.beseda.widget;

import chat.beseda.clients.AskedField;
import chat.beseda.clients.Questions;
import chat.beseda.web.PageTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What the site asks before a conversation begins, as fields of a form without scripts. */
final class PlainQuestions {
    private static final String PREFIX = "answer ";
    private static final int LONGEST = 500;

    private final PageTexts texts;
    private final String language;

    PlainQuestions(PageTexts texts, String language) {
        this.texts = texts;
        this.language = language;
    }

    /** Ids of fields and what stands in them. */
    static Map<String, String> said(Map<String, List<String>> form) {
        var said = new HashMap<String, String>();
        form.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && !values.isEmpty()) {
                said.put(name.substring(PREFIX.length()), values.getFirst());
            }
        });
        return said;
    }

    /** @param faults id of a field to what is wrong with it */
    void write(Element form, Questions questions, Map<String, String> said, Map<String, String> faults) {
        for (AskedField field : questions.fields()) {
            String name = PREFIX + field.id();
            String label = field.required()
                    ? title(field)
                    : "%s (%s)".formatted(title(field), texts.of(language, "optional", Map.of()));
            form.appendElement("p").appendElement("label").attr("for", name).text(label);
            String value = said.getOrDefault(field.id(), "");
            Element place = form.appendElement("p");
            Element input = field.kind() == AskedField.Kind.CHOICE ? choice(place, field, value) : line(place, value);
            input.attr("id", name).attr("name", name).attr("required", field.required());
            String fault = faults.get(field.id());
            if (fault != null) {
                form.appendElement("p").addClass("error").text(texts.of(language, "wrong." + fault, Map.of()));
            }
        }
    }

    private String title(AskedField field) {
        return field.kind().isOwn()
                ? field.label()
                : texts.of(language, "question." + field.kind().name().toLowerCase(Locale.ROOT), Map.of());
    }

    private static Element line(Element place, String value) {
        return place.appendElement("input")
                .attr("type", "text")
                .attr("maxlength", Integer.toString(LONGEST))
                .attr("value", value);
    }

    private static Element choice(Element place, AskedField field, String value) {
        Element select = place.appendElement("select");
        select.appendElement("option").attr("value", "");
        for (String option : field.options()) {
            select.appendElement("option")
                    .attr("selected", option.equals(value))
                    .text(option);
        }
        return select;
    }
}

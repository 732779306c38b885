package chat.beseda.supervision;

import chat.beseda.reports.Figure;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.web.PageTexts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures are called and what they mean, in the language of whoever asks: on screens, in files and in letters the same. */
final class FigureTexts {
    private static final PageTexts TEXTS = new PageTexts(FigureTexts.class, "reports");

    private final String language;
    private final Map<String, String> params;

    FigureTexts(String language, Map<String, String> params) {
        this.language = language;
        this.params = params;
    }

    static FigureTexts of(Call call, SupervisionHouse house) {
        String seconds = call.query("within").orElse(Long.toString(ReportQuestions.STANDARD_WITHIN));
        return of(call.language(), seconds, house);
    }

    /** Where nobody says what counts as quick. */
    static FigureTexts of(String language, SupervisionHouse house) {
        return of(language, Long.toString(ReportQuestions.STANDARD_WITHIN), house);
    }

    private static FigureTexts of(String language, String seconds, SupervisionHouse house) {
        long minutes = house.settings().now().lateness().after().toMinutes();
        return new FigureTexts(language, Map.of("seconds", seconds, "minutes", Long.toString(minutes)));
    }

    /** A name, and what it means. */
    record Meaning(String name, String means) {}

    /** Of every figure by its word, and of {@code conversion}. */
    Map<String, Meaning> all() {
        var all = new LinkedHashMap<String, Meaning>();
        for (Figure figure : Figure.values()) {
            all.put(Fields.word(figure), new Meaning(name(figure), meaning(figure)));
        }
        all.put("conversion", new Meaning(text("conversion"), text("goals_meaning")));
        return all;
    }

    String name(Figure figure) {
        return text("figure." + Fields.word(figure));
    }

    String meaning(Figure figure) {
        return text("figure." + Fields.word(figure) + ".means");
    }

    String text(String key) {
        return TEXTS.of(language, key, params);
    }

    /** A name with its unit. */
    String in(String unit, String name) {
        return TEXTS.of(language, unit, Map.of("name", name));
    }
}

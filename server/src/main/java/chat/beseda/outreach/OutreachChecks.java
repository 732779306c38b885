package chat.beseda.outreach;

import chat.beseda.forms.FieldChecks;
import chat.beseda.showing.Geography;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Schedule;
import chat.beseda.showing.Showing;
import chat.beseda.sites.PagePattern;
import chat.beseda.sites.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules have to look like. Names every field that is wrong. */
final class OutreachChecks {
    static final int MOST_RULES = 50;
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_PATTERNS = 200;
    private static final int NAME_LENGTH = 100;
    private static final int WORD_LENGTH = 64;
    private static final int MOST_SECONDS = 24 * 3_600;
    private static final int MOST_ADDRESS_AFTER = 3_600;
    private static final int MOST_TIMES = 100;
    private static final int MOST_MINUTES = 365 * 24 * 60;
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final FieldChecks checks = new FieldChecks();
    private final Geography geography;

    OutreachChecks(Geography geography) {
        this.geography = geography;
    }

    /** @throws chat.beseda.forms.InvalidFields naming everything that is wrong */
    void refuse() {
        checks.refuse();
    }

    void rules(List<InvitationRule> rules) {
        checks.range("rules.length", rules.size(), 0, MOST_RULES);
        var ids = new HashMap<String, Integer>();
        for (int i = 0; i < Math.min(rules.size(), MOST_RULES); i++) {
            InvitationRule rule = rules.get(i);
            if (!rule.id().isEmpty() && ids.put(rule.id(), i) != null) {
                checks.add("rules[" + i + "].id", "taken", rule.id(), Map.of());
            }
            rule("rules[" + i + "].", rule);
        }
    }

    private void rule(String field, InvitationRule rule) {
        checks.line(field + "id", rule.id(), 0, 20);
        checks.line(field + "name", rule.name(), 0, NAME_LENGTH);
        checks.range(field + "perVisit", rule.perVisit(), 1, MOST_TIMES);
        checks.range(field + "perDay", rule.perDay(), 1, MOST_TIMES);
        checks.range(field + "afterRefusal", rule.afterRefusal(), 0, MOST_MINUTES);
        checks.range(field + "afterConversation", rule.afterConversation(), 0, MOST_MINUTES);
        checks.range(field + "conditions.length", rule.conditions().size(), 0, MOST_CONDITIONS);
        rule.text().forEach((language, words) -> text(field + "text." + language, language, words));
        for (int i = 0; i < Math.min(rule.conditions().size(), MOST_CONDITIONS); i++) {
            condition(field + "conditions[" + i + "].", rule.conditions().get(i));
        }
    }

    private void text(String field, String language, String words) {
        if (!Site.LANGUAGES.contains(language)) {
            checks.add(field, "not_one_of", language, Map.of("words", String.join(", ", Site.LANGUAGES)));
            return;
        }
        checks.line(field, words, 0, InvitationText.MAX_LENGTH);
        for (String unknown : InvitationText.unknown(words)) {
            checks.add(
                    field,
                    "variable",
                    unknown,
                    Map.of("name", unknown, "words", "{" + String.join("}, {", InvitationText.VARIABLES) + "}"));
        }
    }

    private void condition(String field, Condition condition) {
        switch (condition) {
            case Condition.OnPage(int seconds) -> checks.range(field + "seconds", seconds, 0, MOST_SECONDS);
            case Condition.OnSite(int seconds) -> checks.range(field + "seconds", seconds, 0, MOST_SECONDS);
            case Condition.Idle(int seconds) -> checks.range(field + "seconds", seconds, 1, MOST_SECONDS);
            case Condition.OfPage(var patterns, boolean _) -> {
                some(field + "patterns", patterns);
                patterns(field + "patterns", patterns);
            }
            case Condition.OfPlace(var places, boolean _) -> {
                some(field + "places", places);
                places(field + "places", places);
            }
            case Condition.Returning _ -> {}
            case Condition.Visits(int least, Integer most) -> {
                checks.range(field + "least", least, 1, 1_000_000);
                if (most != null) {
                    checks.range(field + "most", most, least, 1_000_000);
                }
            }
            case Condition.Source(var sources) -> words(field + "sources", sources);
            case Condition.Language(var languages) -> words(field + "languages", languages);
            case Condition.OfDevice(var devices) -> some(field + "devices", devices);
            case Condition.Hours(var schedule) -> schedule(field + "schedule", schedule);
            case Condition.Value(String name, var test, String text) -> value(field, name, test, text);
        }
    }

    private void value(String field, String name, Condition.Value.Test test, String text) {
        checks.line(field + "name", name, 1, WORD_LENGTH);
        if (test != Condition.Value.Test.KNOWN) {
            checks.line(field + "text", text, 1, 200);
        }
        if (test == Condition.Value.Test.LEAST && !text.isBlank() && !Figure.isNumber(text)) {
            checks.add(field + "text", "number", text, Map.of());
        }
    }

    void showing(Showing showing) {
        patterns("pages", showing.pages());
        patterns("notPages", showing.notPages());
        places("places", showing.places());
        places("notPlaces", showing.notPlaces());
        schedule("schedule", showing.schedule());
        checks.range("addressAfter", showing.addressAfter(), 0, MOST_ADDRESS_AFTER);
        if (!showing.languages().isEmpty()) {
            words("languages", showing.languages());
        }
    }

    private void some(String field, List<?> list) {
        if (list.isEmpty()) {
            checks.add(field, "required", null, Map.of());
        }
    }

    private void words(String field, List<String> words) {
        some(field, words);
        checks.range(field + ".length", words.size(), 0, MOST_PATTERNS);
        for (int i = 0; i < Math.min(words.size(), MOST_PATTERNS); i++) {
            checks.line(field + "[" + i + "]", words.get(i), 1, WORD_LENGTH);
        }
    }

    private void patterns(String field, List<PagePattern> patterns) {
        checks.range(field + ".length", patterns.size(), 0, MOST_PATTERNS);
        for (int i = 0; i < Math.min(patterns.size(), MOST_PATTERNS); i++) {
            PagePattern pattern = patterns.get(i);
            if (!pattern.isReadable()) {
                checks.add(field + "[" + i + "]", "page_pattern", pattern.text(), Map.of("value", pattern.text()));
            }
        }
    }

    void places(String field, List<PlacePattern> places) {
        checks.range(field + ".length", places.size(), 0, MOST_PATTERNS);
        for (int i = 0; i < Math.min(places.size(), MOST_PATTERNS); i++) {
            place(field + "[" + i + "].", places.get(i));
        }
    }

    private void place(String field, PlacePattern place) {
        if (!Geography.isCountry(place.country())) {
            checks.add(field + "country", "country", place.country(), Map.of());
            return;
        }
        String region = place.region();
        if (region != null) {
            checks.line(field + "region", region, 1, NAME_LENGTH);
            if (!geography.isRegion(place.country(), region)) {
                checks.add(field + "region", "region", region, Map.of("value", region));
            }
        }
        if (place.city() != null) {
            checks.line(field + "city", place.city(), 1, NAME_LENGTH);
        }
    }

    private void schedule(String field, @Nullable Schedule schedule) {
        if (schedule != null) {
            checks.range(field + ".from", schedule.from(), 0, MINUTES_OF_DAY - 1);
            checks.range(field + ".to", schedule.to(), 0, MINUTES_OF_DAY);
            some(field + ".days", schedule.days());
        }
    }
}

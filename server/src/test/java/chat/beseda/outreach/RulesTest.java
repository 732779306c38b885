package chat.beseda.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.devices.Device;
import chat.beseda.geo.Place;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Schedule;
import chat.beseda.visitors.Page;
import chat.beseda.visits.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final long NOW = Instant.parse("2026-11-20T07:00:00Z").toEpochMilli();
    private static final Situation SEEN = Situations.plain(NOW - 10_000);

    @Test
    void theStandardRuleSpeaksAfterFiveMinutesOnThePage() {
        InvitationRule standard = InvitationRule.standard();

        assertThat(standard.from(SEEN, NOW)).isEqualTo(NOW + 290_000);
        assertThat(InvitationText.of(standard.text(), "ru", Map.of()))
                .isEqualTo("Здравствуйте! Если у Вас есть вопросы, мы готовы Вам помочь.");
    }

    @Test
    void hoursThatNeverMeetNeverSpeak() {
        var monday = new Condition.Hours(new Schedule(List.of(Schedule.Day.MONDAY), 600, 660));
        var tuesday = new Condition.Hours(new Schedule(List.of(Schedule.Day.TUESDAY), 600, 660));

        assertThat(Situations.rule(true, monday, tuesday).from(SEEN, NOW)).isEqualTo(Condition.NEVER);
        assertThat(Situations.rule(false, monday, tuesday).from(SEEN, NOW)).isLessThan(Condition.NEVER);
    }

    @Test
    void aSourceIsAHostATagOrNothing() {
        Situation fromSearch = from("https://www.google.com/", "https://shop.example/");
        Situation fromMail = from("", "https://shop.example/?a=1&utm_source=Mail&b=2");
        var search = new Condition.Source(List.of("google."));
        var mail = new Condition.Source(List.of("mail"));
        var direct = new Condition.Source(List.of("direct"));

        assertThat(List.of(search.from(fromSearch, NOW), mail.from(fromMail, NOW), direct.from(SEEN, NOW)))
                .containsOnly(NOW);
        assertThat(List.of(search.from(fromMail, NOW), mail.from(fromSearch, NOW), direct.from(fromMail, NOW)))
                .containsOnly(Condition.NEVER);
    }

    @Test
    void aPlaceIsCalledInEveryLanguageAndIsNowhereWhileUnknown() {
        for (PlacePattern written : List.of(
                new PlacePattern("RU", "Пермский край", "пермь"),
                new PlacePattern("RU", "RU-PER", null),
                new PlacePattern("RU", null, "Perm"),
                new PlacePattern("RU", null, null))) {
            var in = new Condition.OfPlace(List.of(written), false);
            var out = new Condition.OfPlace(List.of(written), true);
            assertThat(in.from(SEEN, NOW)).as(written.text()).isEqualTo(NOW);
            assertThat(out.from(SEEN, NOW)).as(written.text()).isEqualTo(Condition.NEVER);
            Situation nowhere = Situations.with(SEEN, null, Map.of(), null);
            assertThat(List.of(in.from(nowhere, NOW), out.from(nowhere, NOW))).containsOnly(Condition.NEVER);
        }
        var elsewhere = new Condition.OfPlace(List.of(new PlacePattern("RU", "Саратовская область", null)), false);
        assertThat(elsewhere.from(SEEN, NOW)).isEqualTo(Condition.NEVER);
    }

    @Test
    void valuesOfTheSiteAreCompared() {
        Situation seen = Situations.with(SEEN, null, Map.of("cart", "1200,50", "plan", "Gold"), null);

        assertThat(value("cart", Condition.Value.Test.LEAST, "1000").from(seen, NOW))
                .isEqualTo(NOW);
        assertThat(value("cart", Condition.Value.Test.LEAST, "1201").from(seen, NOW))
                .isEqualTo(Condition.NEVER);
        assertThat(value("plan", Condition.Value.Test.LEAST, "1").from(seen, NOW))
                .isEqualTo(Condition.NEVER);
        assertThat(value("plan", Condition.Value.Test.IS, "gold").from(seen, NOW))
                .isEqualTo(NOW);
        assertThat(value("plan", Condition.Value.Test.CONTAINS, "OL").from(seen, NOW))
                .isEqualTo(NOW);
        assertThat(value("name", Condition.Value.Test.KNOWN, "").from(seen, NOW))
                .isEqualTo(Condition.NEVER);
    }

    @Test
    void theFirstRuleThatMaySpeakDoes() {
        var first = new InvitationRule("1", "", true, true, List.of(), Map.of(), null, 1, 1, 0, 0);
        var second = first.named("2");

        assertThat(Chooser.choose(List.of(first, second), SEEN, NOW, rule -> NOW))
                .isEqualTo(new Chooser.Choice.Speak(first));
        assertThat(Chooser.choose(
                        List.of(first, second), SEEN, NOW, rule -> rule.id().equals("1") ? NOW + 5 : NOW))
                .isEqualTo(new Chooser.Choice.Speak(second));
        assertThat(Chooser.choose(List.of(first), SEEN, NOW, rule -> NOW + 5))
                .isEqualTo(new Chooser.Choice.Wait(NOW + 5));
    }

    @Test
    void limitsKeepSilent() {
        var rule = new InvitationRule("1", "", true, true, List.of(), Map.of(), null, 1, 2, 60, 30);
        Past once = Past.NOTHING.shown(4, 100);

        assertThat(Past.NOTHING.allowsFrom(rule, 4, 100, null)).isZero();
        assertThat(once.allowsFrom(rule, 4, 100, null)).isEqualTo(Condition.NEVER);
        assertThat(once.allowsFrom(rule, 5, 100, null)).isZero();
        assertThat(once.shown(5, 100).allowsFrom(rule, 6, 100, null)).isEqualTo(Condition.NEVER);
        assertThat(once.shown(5, 100).allowsFrom(rule, 6, 101, null)).isZero();
        Past refused = once.refused(4, NOW);
        assertThat(refused.allowsFrom(rule, 4, 101, null)).isEqualTo(Condition.NEVER);
        assertThat(refused.allowsFrom(rule, 5, 101, null)).isEqualTo(NOW + 60 * 60_000);
        assertThat(Past.NOTHING.allowsFrom(rule, 4, 100, NOW)).isEqualTo(NOW + 30 * 60_000);
        assertThat(Past.NOTHING.allowsFrom(rule, 4, 100, Long.MAX_VALUE)).isEqualTo(Condition.NEVER);
    }

    @Test
    void wordsThatNeedWhatNobodyKnowsAreNotSaid() {
        Map<String, String> texts = Map.of("ru", "Я {operator}. Доставляем в {city}!");

        assertThat(InvitationText.of(texts, "ru", Map.of("operator", "Анна", "city", "Пермь")))
                .isEqualTo("Я Анна. Доставляем в Пермь!");
        assertThat(InvitationText.of(texts, "ru", Map.of("operator", "Анна", "city", "")))
                .isEqualTo(InvitationText.STANDARD.get("ru"));
        assertThat(InvitationText.unknown("{operator} {name} {}")).containsExactly("name", "");
    }

    private static Situation from(String referrer, String firstPage) {
        return new Situation(
                Situations.PERM,
                firstPage,
                NOW,
                NOW,
                Source.of(new Page(firstPage, "", referrer)),
                1,
                "ru",
                Device.Kind.PHONE,
                new Place("RU", null, null),
                Map.of(),
                null,
                Situations.GEOGRAPHY);
    }

    private static Condition value(String name, Condition.Value.Test test, String text) {
        return new Condition.Value(name, test, text);
    }
}

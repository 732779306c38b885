package chat.beseda.showing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.geo.Place;
import chat.beseda.outreach.Situations;
import chat.beseda.showing.Showing.Asked;
import chat.beseda.showing.Showing.Nobody;
import chat.beseda.showing.Showing.Verdict;
import chat.beseda.sites.PagePattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShowingTest {
    private static final long FRIDAY_NOON =
            Instant.parse("2026-11-20T07:00:00Z").toEpochMilli();
    private static final PlacePattern PERM = new PlacePattern("RU", null, "Пермь");
    private static final PlacePattern RUSSIA = new PlacePattern("RU", null, null);

    @Test
    void everywhereUntilSomebodySaysOtherwise() {
        assertThat(verdict(Showing.standard(), "/", null)).isEqualTo(new Verdict(true, "everywhere", ""));
        assertThat(Showing.standard().depends()).isFalse();
    }

    @Test
    void whatIsExcludedStaysExcludedWhateverIncludesIt() {
        var rules = new Showing(
                List.of(new PagePattern("/shop/*")),
                List.of(new PagePattern("/shop/pay*")),
                List.of(RUSSIA),
                List.of(PERM),
                true,
                null,
                List.of(),
                Nobody.QUEUE,
                60);

        assertThat(verdict(rules, "/shop/kettles", null)).isEqualTo(new Verdict(true, "page", "/shop/*"));
        assertThat(verdict(rules, "/shop/pay", null)).isEqualTo(new Verdict(false, "notPage", "/shop/pay*"));
        assertThat(verdict(rules, "/about", null)).isEqualTo(new Verdict(false, "page", ""));
        assertThat(verdict(rules, "/shop/x", Situations.CITY)).isEqualTo(new Verdict(false, "notPlace", "RU, Пермь"));
        assertThat(verdict(rules, "/shop/x", new Place("DE", null, null))).isEqualTo(new Verdict(false, "place", ""));
        assertThat(rules.depends()).isTrue();
    }

    @Test
    void somebodyFromNowhereIsDecidedByTheSetting() {
        var seen = new Showing(List.of(), List.of(), List.of(PERM), List.of(), true, null, List.of(), Nobody.QUEUE, 60);
        var hidden =
                new Showing(List.of(), List.of(), List.of(PERM), List.of(), false, null, List.of(), Nobody.QUEUE, 60);

        assertThat(verdict(seen, "/", null).show()).isTrue();
        assertThat(verdict(hidden, "/", null)).isEqualTo(new Verdict(false, "unknownPlace", ""));
        assertThat(verdict(hidden, "/", Situations.CITY)).isEqualTo(new Verdict(true, "place", "RU, Пермь"));
    }

    @Test
    void hoursLanguageAndNobodyDecideToo() {
        var night = new Schedule(List.of(Schedule.Day.THURSDAY), 22 * 60, 6 * 60);
        var day = new Schedule(List.of(Schedule.Day.FRIDAY), 9 * 60, 18 * 60);

        assertThat(verdict(timed(night, List.of(), Nobody.QUEUE), "/", null))
                .isEqualTo(new Verdict(false, "schedule", ""));
        assertThat(verdict(timed(day, List.of(), Nobody.QUEUE), "/", null).show())
                .isTrue();
        assertThat(verdict(timed(null, List.of("en"), Nobody.QUEUE), "/", null))
                .isEqualTo(new Verdict(false, "language", "ru-RU"));
        assertThat(verdict(timed(null, List.of("ru"), Nobody.HIDE), "/", null))
                .isEqualTo(new Verdict(false, "nobody", ""));
    }

    private static Showing timed(@Nullable Schedule schedule, List<String> languages, Nobody nobody) {
        return new Showing(List.of(), List.of(), List.of(), List.of(), true, schedule, languages, nobody, 60);
    }

    private static Verdict verdict(Showing rules, String path, @Nullable Place place) {
        var asked = new Asked("https://shop.example" + path, place, FRIDAY_NOON, Situations.PERM, "ru-RU", false);
        return rules.verdict(asked, Situations.GEOGRAPHY);
    }
}

package chat.beseda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.sites.Corner;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Today;
import chat.beseda.sites.TodaySpan;
import chat.beseda.testing.TestClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TodayTest {

    @Test
    void beginsAtTheVisitorsOwnMidnight() {
        var clock = new TestClock(Instant.parse("2026-03-04T20:30:00Z"));
        assertThat(start("Europe/Moscow", clock)).isEqualTo("2026-03-03T21:00:00Z");
        assertThat(start("Asia/Vladivostok", clock)).isEqualTo("2026-03-04T14:00:00Z");
    }

    @Test
    void isRightOnTheDayTheClocksChange() {
        var clock = new TestClock(Instant.parse("2026-03-29T10:00:00Z"));
        assertThat(start("Europe/Berlin", clock)).isEqualTo("2026-03-28T23:00:00Z");
    }

    @Test
    void takesTheSitesZoneForOneThatMakesNoSense() {
        var clock = new TestClock(Instant.parse("2026-03-04T12:00:00Z"));
        assertThat(start("Mars/Olympus<script>", clock)).isEqualTo("2026-03-03T21:00:00Z");
    }

    @Test
    void mayBeANumberOfHours() {
        var clock = new TestClock(Instant.parse("2026-03-04T12:00:00Z"));
        long start = Today.start(site(new TodaySpan.Hours(36), "auto"), "Europe/Moscow", clock);
        assertThat(Instant.ofEpochMilli(start)).isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void mayBeANumberOfDaysOrEverything() {
        var clock = new TestClock(Instant.parse("2026-03-30T10:00:00Z"));
        long start = Today.start(site(new TodaySpan.Days(3), "auto"), "Europe/Berlin", clock);
        assertThat(Instant.ofEpochMilli(start)).isEqualTo("2026-03-27T23:00:00Z");
        assertThat(Today.start(site(new TodaySpan.Everything(), "auto"), "Europe/Berlin", clock))
                .isZero();
    }

    @Test
    void theLanguageIsTheSitesOrTheVisitorsOrRussian() {
        Site auto = site(new TodaySpan.CalendarDay(), "auto");
        assertThat(List.of("uk-UA", "EN", "en-GB", "ru", "de-DE", "ukelele", "").stream()
                        .map(language -> auto.languageFor(language)))
                .containsExactly("uk", "en", "en", "ru", "ru", "ru", "ru");
        assertThat(site(new TodaySpan.CalendarDay(), "en").languageFor("ru-RU")).isEqualTo("en");
    }

    private static Instant start(String zone, TestClock clock) {
        return Instant.ofEpochMilli(Today.start(site(new TodaySpan.CalendarDay(), "auto"), zone, clock));
    }

    private static Site site(TodaySpan span, String locale) {
        return new Site(
                new SiteId(1),
                "key",
                "Shop",
                List.of(),
                ZoneId.of("Europe/Moscow"),
                locale,
                "#2563eb",
                Corner.RIGHT,
                Map.of(),
                true,
                false,
                span,
                null,
                false);
    }
}

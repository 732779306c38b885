package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** M-r1 to M-r4 over real HTTP: worked time with its corrections, and figures of what was said. */
class WorktimeOverHttpTest {
    private static final String WEDNESDAY = "from=2026-03-04&until=2026-03-04&zone=UTC";

    private ConsoleServer server;
    private Operator anna;
    private Site shop;
    private Operator vera;
    private Operator boris;
    private Operator stranger;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        Site other = server.people
                .sites()
                .create(Actor.program(), SiteDraft.standard("Other", List.of("https://o.example"), "UTC", "auto"));
        vera = server.join("vera", Role.SUPERVISOR, shop.id());
        boris = server.join("boris", Role.OPERATOR, shop.id());
        stranger = server.join("stranger", Role.OPERATOR, other.id());
        server.people.presence().keep(server.timers);
        server.people.shifts().keep(server.timers);
        browser = server.browser(vera);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void works(Operator operator, Duration time) {
        server.people.presence().connected(operator.id(), "line");
        server.timers.advance(time);
        server.people.presence().disconnected(operator.id(), "line");
        server.timers.advance(Duration.ofSeconds(10));
    }

    private static String correction(Operator operator, long seconds) {
        return """
                {"operator": "%s", "day": "2026-03-04", "zone": "UTC", "kind": "online", "seconds": %d, "reason": "Телефон"}
                """.formatted(operator.id(), seconds);
    }

    @Test
    void workedTimeIsToldOfColleaguesOnlyAndWithItsStretches() {
        works(boris, Duration.ofMinutes(30));
        works(stranger, Duration.ofMinutes(30));

        Browser.Answer answer = browser.get("/api/worktime?" + WEDNESDAY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/operators/0/operator")).isEqualTo(boris.id().toString());
        assertThat(answer.text("/operators/0/days/0/online")).isEqualTo("1800000");
        assertThat(answer.text("/operators/0/days/0/stretches/0/cause")).isEqualTo("connected");
        assertThat(answer.text("/operators/1")).isEmpty();
    }

    @Test
    void aCorrectionIsSignedAndWithdrawnOnce() {
        works(boris, Duration.ofMinutes(30));

        Browser.Answer made = browser.post("/api/worktime/corrections", correction(boris, -600));
        assertThat(made.status()).isEqualTo(201);
        assertThat(browser.get("/api/worktime?" + WEDNESDAY).text("/operators/0/days/0/correctedOnline"))
                .isEqualTo("-600000");

        String withdrawal = "{\"withdraws\": \"%s\", \"reason\": \"Ошибка\"}".formatted(made.text("/id"));
        assertThat(browser.post("/api/worktime/corrections", withdrawal).status())
                .isEqualTo(201);
        assertThat(browser.post("/api/worktime/corrections", withdrawal).text("/code"))
                .isEqualTo("correction_withdrawn");
        Browser.Answer after = browser.get("/api/worktime?" + WEDNESDAY);
        assertThat(after.text("/operators/0/days/0/correctedOnline")).isEqualTo("0");
        assertThat(after.text("/corrections/0/by")).isEqualTo(vera.id().toString());
        assertThat(after.text("/corrections/1/withdraws")).isEqualTo(made.text("/id"));
    }

    @Test
    void whatCannotBeIsRefusedByField() {
        assertThat(browser.post("/api/worktime/corrections", correction(stranger, 60))
                        .text("/fields/0/field"))
                .isEqualTo("operator");
        assertThat(browser.post("/api/worktime/corrections", correction(boris, -60))
                        .text("/fields/0/field"))
                .isEqualTo("seconds");
        String foreign = server.browser(anna)
                .post("/api/worktime/corrections", correction(stranger, 60))
                .text("/id");
        String withdrawal = "{\"withdraws\": \"%s\", \"reason\": \"Чужая\"}".formatted(foreign);
        assertThat(browser.post("/api/worktime/corrections", withdrawal).text("/code"))
                .isEqualTo("correction_unknown");
        for (String path : List.of(
                "/api/worktime", "/api/reports/summary", "/api/reports/by", "/api/reports/heat", "/api/archive")) {
            assertThat(browser.get(path + "?from=2026-03-04&until=2026-03-03&zone=UTC")
                            .text("/fields/0/code"))
                    .isEqualTo("period_backwards");
            assertThat(browser.get(path + "?from=2010-03-04&until=2026-03-03&zone=UTC")
                            .text("/fields/0/code"))
                    .isEqualTo("period_long");
            for (String zone : List.of("Moon", "UTC%2B00:00:01", "SystemV/EST5")) {
                assertThat(browser.get(path + "?zone=" + zone).text("/fields/0/code"))
                        .isEqualTo("time_zone");
            }
            assertThat(browser.get(path + "?from=%2B999999999-12-31").text("/fields/0/code"))
                    .isEqualTo("out_of_range");
            assertThat(browser.get(path + "?operators=" + stranger.id()).text("/fields/0/field"))
                    .isEqualTo("operators");
        }
        assertThat(browser.get("/api/reports/by?group=moon").text("/fields/0/field"))
                .isEqualTo("group");
    }

    @Test
    void figuresAreOfWhatWasSaid() {
        server.closedConversation(server.visitor(shop.id()), boris);
        server.question(server.visitor(shop.id()));
        server.timers.advance(Duration.ofSeconds(30));

        Browser.Answer summary = browser.get("/api/reports/summary?" + WEDNESDAY);

        assertThat(summary.text("/figures/conversations")).isEqualTo("2.0");
        assertThat(summary.text("/figures/taken")).isEqualTo("1.0");
        assertThat(summary.text("/figures/score")).isIn("", "null");
        assertThat(summary.text("/before/conversations")).isEqualTo("0.0");
        assertThat(summary.text("/beforeFrom")).isEqualTo("2026-03-03");
        Browser.Answer people = browser.get("/api/reports/by?group=operator&" + WEDNESDAY);
        assertThat(people.text("/rows/0/key")).isEqualTo(boris.id().toString());
        assertThat(people.text("/rows/0/figures/conversations")).isEqualTo("1.0");
        assertThat(browser.get("/api/reports/heat?" + WEDNESDAY).text("/hours/167/weekday"))
                .isEqualTo("7");
        assertThat(browser.get("/api/reports/goals?" + WEDNESDAY).text("/with/count"))
                .isEqualTo("0");
    }

    @Test
    void todayIsTheDayOfTheZoneThatIsAskedFor() {
        server.timers.advance(Duration.ofHours(8));
        Browser later = server.browser(vera);

        assertThat(later.get("/api/reports/summary?zone=Asia/Yekaterinburg").text("/beforeFrom"))
                .isEqualTo("2026-03-04");
        assertThat(later.get("/api/reports/summary?zone=UTC").text("/beforeFrom"))
                .isEqualTo("2026-03-03");
    }

    @Test
    void whatChangesLaterIsCountedInItsDayThoughThatWasPacked() {
        server.question(server.visitor(shop.id()));
        server.timers.advance(Duration.ofDays(1));
        server.packer().catchUp();
        Browser later = server.browser(vera);
        assertThat(later.get("/api/reports/summary?" + WEDNESDAY).text("/figures/taken"))
                .isEqualTo("0.0");

        server.takeEverything(boris);
        server.timers.advance(Duration.ofSeconds(30));

        assertThat(later.get("/api/reports/summary?" + WEDNESDAY).text("/figures/taken"))
                .isEqualTo("1.0");
    }
}

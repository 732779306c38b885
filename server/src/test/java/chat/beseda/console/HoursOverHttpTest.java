package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Working hours over real HTTP, and what they make of late answers: the clock shows noon of a Wednesday in UTC. */
class HoursOverHttpTest {
    private static final String MORNING = "[[], [], [{\"from\": 540, \"to\": 723}], [], [], [], []]";

    private ConsoleServer server;
    private Operator anna;
    private Site shop;
    private Browser browser;
    private String day;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        browser = server.browser(anna);
        day = LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC).toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hoursSayWhetherTheyAreOpenAndWhoGoesByThem() {
        String id = make("Утро", MORNING);
        assertThat(browser.put("/api/sites/" + shop.id() + "/hours", "{\"timetable\": \"" + id + "\"}")
                        .status())
                .isEqualTo(200);

        Browser.Answer list = browser.get("/api/hours");
        assertThat(list.json().at("/0/open").asBoolean()).isTrue();
        assertThat(list.json().at("/0/changesAt").asLong())
                .isEqualTo(server.clock.millis() + Duration.ofMinutes(3).toMillis());
        assertThat(list.text("/0/sites/0")).isEqualTo(shop.id().toString());
        assertThat(list.json().at("/0/days/0/everyYear").asBoolean()).isTrue();

        server.timers.advance(Duration.ofMinutes(3));
        Browser.Answer later = browser.get("/api/hours");
        assertThat(later.json().at("/0/open").asBoolean()).isFalse();
        assertThat(later.json().at("/0/changesAt").asLong())
                .isEqualTo(server.clock.millis()
                        + Duration.ofDays(7).minusMinutes(183).toMillis());

        Browser.Answer refused = browser.send("DELETE", "/api/hours/" + id, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("hours_used");
        assertThat(refused.text("/detail")).contains(shop.name());
        assertThat(browser.put("/api/sites/" + shop.id() + "/hours", "{\"timetable\": null}")
                        .status())
                .isEqualTo(200);
        assertThat(browser.send("DELETE", "/api/hours/" + id, "").status()).isEqualTo(204);
    }

    @Test
    void consolesAreToldTheOpenTimesOfTheSitesThatTheirPeopleServe() {
        String id = make("Утро", MORNING);
        browser.put("/api/sites/" + shop.id() + "/hours", "{\"timetable\": \"" + id + "\"}");
        Operator boris = server.join("Boris", Role.OPERATOR, shop.id());

        Browser.Answer told = server.browser(boris).get("/api/hours/open");

        assertThat(told.text("/0/sites/0")).isEqualTo(shop.id().toString());
        long noon = server.clock.millis();
        assertThat(told.json().at("/0/open").size()).isEqualTo(5);
        assertThat(told.json().at("/0/open/4/0").asLong())
                .isEqualTo(noon - Duration.ofHours(3).toMillis());
        assertThat(told.json().at("/0/open/4/1").asLong())
                .isEqualTo(noon + Duration.ofMinutes(3).toMillis());
    }

    @Test
    void theSettingSaysWhichWaitIsComparedEverywhere() {
        String id = make("Утро", MORNING);
        browser.put("/api/sites/" + shop.id() + "/hours", "{\"timetable\": \"" + id + "\"}");
        talk(Duration.ofMinutes(10));
        assertThat(lateInArchive()).isOne();
        assertThat(browser.get("/api/archive?" + period())
                        .json()
                        .at("/conversations/0/late/0/byMs")
                        .asLong())
                .isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(lateInReports()).isOne();
        assertThat(definition()).doesNotContain("working hours");

        assertThat(browser.put("/api/settings", """
                        {"company": "Romashka", "demo": false, "lateAfterMinutes": 5, "lateInWorkingHours": true}
                        """).status()).isEqualTo(200);

        assertThat(browser.get("/api/session").json().at("/lateInWorkingHours").asBoolean())
                .isTrue();
        assertThat(lateInArchive()).isZero();
        assertThat(browser.get("/api/archive?" + period()).text("/conversations/0/lateByMs"))
                .isEmpty();
        assertThat(lateInReports()).isZero();
        assertThat(definition()).contains("working hours");

        browser.put("/api/settings", """
                {"company": "Romashka", "demo": false, "lateAfterMinutes": 2, "lateWarningMinutes": 0}
                """);

        Browser.Answer found = browser.get("/api/archive?" + period());
        assertThat(found.json().at("/conversations/0/lateByMs").asLong())
                .isEqualTo(Duration.ofMinutes(1).toMillis());
        assertThat(found.json().at("/conversations/0/late/0/waitMs").asLong())
                .isEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(lateInReports()).isOne();
    }

    private String make(String name, String week) {
        Browser.Answer made = browser.post("/api/hours", """
                {"name": "%s", "timeZone": "UTC", "week": %s,
                 "days": [{"date": "2026-12-31", "everyYear": true, "name": "", "ranges": []}]}
                """.formatted(name, week));
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private int lateInArchive() {
        return browser.get("/api/archive?late=true&" + period())
                .json()
                .at("/total")
                .asInt();
    }

    private int lateInReports() {
        return browser.get("/api/reports/summary?" + period())
                .json()
                .at("/figures/late")
                .asInt();
    }

    private String definition() {
        return new String(
                browser.with("Accept-Language", "en")
                        .get("/api/reports/export?table=summary&format=csv&" + period())
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    private String period() {
        return "from=%s&until=%s&zone=UTC".formatted(day, day);
    }

    private void talk(Duration wait) {
        ClientId question = new ClientId(new RandomTokens().name());
        var asked = (Posted.Stored)
                server.conversations.postByVisitor(server.visitor(shop.id()), question, "Is it there?", null);
        var id = asked.conversation();
        server.timers.advance(wait);
        server.conversations.take(anna.id(), id, 0);
        int version = server.conversations.byId(id).orElseThrow().facts().version();
        server.conversations.postByOperator(anna.id(), id, version, new ClientId(new RandomTokens().name()), "It is.");
        server.conversations.close(anna.id(), id, version);
        server.timers.advance(Duration.ofSeconds(1));
    }
}

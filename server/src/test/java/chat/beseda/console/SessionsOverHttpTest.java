package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSession;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Role;
import chat.beseda.operators.SessionEnded;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in and out, own sessions, tickets, own settings: over real HTTP. */
class SessionsOverHttpTest {
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private ConsoleServer server;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theCookieIsUnreadableToScriptsAndForeignPages() {
        server.setUp();

        Browser.Answer answer = signIn(server.browser(), ConsoleServer.PASSWORD);

        assertThat(answer.header("Set-Cookie"))
                .matches("beseda-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void aWrongPasswordSaysNothingMore() {
        server.setUp();

        Browser.Answer wrong = signIn(server.browser().with("Accept-Language", "ru-RU,ru;q=0.9"), "wrong wrong wrong");
        Browser.Answer unknown = server.browser()
                .post("/api/session", "{\"email\": \"nobody@example.org\", \"password\": \"wrong wrong wrong\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(wrong.text("/code")).isEqualTo("credentials_wrong");
        assertThat(wrong.text("/detail")).isEqualTo("Почта или пароль не подходят.");
        assertThat(unknown.text("/code")).isEqualTo(wrong.text("/code"));
        assertThat(unknown.header("Set-Cookie")).isEmpty();
    }

    @Test
    void strangersSayLittle() {
        server.setUp();
        String padded = " ".repeat(9_000);

        Browser.Answer said = server.browser()
                .post(
                        "/api/session",
                        "{\"email\": \"anna@example.org\", \"password\": \"%s\"}%s".formatted("wrong", padded));

        assertThat(said.status()).isEqualTo(413);
    }

    @Test
    void theFourthTryHasToWait() {
        server.setUp();
        for (int i = 0; i < 3; i++) {
            signIn(server.browser(), "wrong wrong wrong");
        }

        Browser.Answer delayed = signIn(server.browser(), ConsoleServer.PASSWORD);
        server.clock.advance(Duration.ofSeconds(1));
        Browser.Answer admitted = signIn(server.browser(), ConsoleServer.PASSWORD);

        assertThat(delayed.status()).isEqualTo(429);
        assertThat(delayed.json().at("/retryMs").asLong()).isEqualTo(1_000);
        assertThat(delayed.header("Retry-After")).isEqualTo("1");
        assertThat(admitted.status()).isEqualTo(200);
    }

    @Test
    void whoFindsAConsoleOpenCannotLockItsOwnerOut() {
        server.setUp();
        Browser browser = server.browser();
        signIn(browser, ConsoleServer.PASSWORD);

        Browser.Answer wrong = browser.post("/api/me/second-factor", "{\"password\": \"wrong wrong wrong\"}");
        Browser.Answer right =
                browser.post("/api/me/second-factor", "{\"password\": \"%s\"}".formatted(ConsoleServer.PASSWORD));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/fields/0/code")).isEqualTo("password_wrong");
        assertThat(right.text("/secret")).isNotEmpty();
    }

    @Test
    void whoSignsOutIsOut() {
        server.setUp();
        Browser browser = server.browser();
        signIn(browser, ConsoleServer.PASSWORD);
        String cookie = "beseda-session=" + newestSession(browser);

        assertThat(browser.delete("/api/session").status()).isEqualTo(204);

        assertThat(browser.get("/api/session").text("/code")).isEqualTo("session_none");
        assertThat(server.browser().withCookie(cookie).get("/api/session").status())
                .isEqualTo(401);
        assertThat(server.bus.news(SessionEnded.class)).hasSize(1);
    }

    @Test
    void signingInAgainEndsTheOldSessionOfTheBrowser() {
        server.setUp();
        Browser browser = server.browser();
        signIn(browser, ConsoleServer.PASSWORD);
        signIn(browser, ConsoleServer.PASSWORD);

        assertThat(browser.get("/api/sessions").json().size()).isEqualTo(1);
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        Operator anna = server.setUp().administrator();
        Browser browser = server.browser(anna);
        server.clock.advance(Duration.ofSeconds(1));
        OperatorSession other =
                server.people.sessions().open(anna.id(), "192.0.2.7", FIREFOX).session();
        OperatorSession third = server.people
                .sessions()
                .open(anna.id(), "192.0.2.8", "nonsense")
                .session();

        Browser.Answer list = browser.get("/api/sessions");
        int ended = browser.delete("/api/sessions/" + other.id()).status();
        int others = browser.delete("/api/sessions").status();

        assertThat(list.json().size()).isEqualTo(3);
        assertThat(list.json().findValuesAsString("current")).containsExactlyInAnyOrder("false", "false", "true");
        assertThat(list.json().findValuesAsString("browser")).contains("Firefox 128");
        assertThat(list.json().findValuesAsString("system")).contains("Windows 10");
        assertThat(list.json().toString()).doesNotContain("Gecko");
        assertThat(ended).isEqualTo(204);
        assertThat(others).isEqualTo(204);
        assertThat(server.people.sessions().byId(third.id())).isEmpty();
        assertThat(browser.get("/api/sessions").json().size()).isEqualTo(1);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        Operator anna = server.setUp().administrator();
        Operator oleg = server.join("oleg", Role.OPERATOR);
        OperatorSessions.Opened annas = server.people.sessions().open(anna.id(), "192.0.2.7", "");

        Browser.Answer answer =
                server.browser(oleg).delete("/api/sessions/" + annas.session().id());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(server.people.sessions().byId(annas.session().id())).isPresent();
    }

    @Test
    void aTicketNamesTheSessionOnce() {
        Operator anna = server.setUp().administrator();

        String ticket = server.browser(anna).post("/api/ticket", "").text("/ticket");

        String session = server.people.sessions().of(anna.id()).getFirst().id();
        assertThat(server.people.tickets().redeem(ticket)).contains(session);
        assertThat(server.people.tickets().redeem(ticket)).isEmpty();
    }

    @Test
    void peopleChangeTheirOwnWordsAndPassword() {
        Operator anna = server.setUp().administrator();
        Browser browser = server.browser(anna);

        Browser.Answer changed = browser.put(
                "/api/me", "{\"name\": \"Аня\", \"title\": \"Хозяйка\", \"locale\": \"en\", \"theme\": \"dark\"}");
        Browser.Answer refused =
                browser.put("/api/me/password", "{\"current\": \"wrong\", \"next\": \"anna@example.org\"}");
        Browser.Answer password = browser.put(
                "/api/me/password", "{\"current\": \"seven green kettles\", \"next\": \"nine quiet harbours\"}");

        assertThat(changed.text("/name")).isEqualTo("Аня");
        assertThat(changed.text("/theme")).isEqualTo("dark");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/fields/0/field")).isEqualTo("current");
        assertThat(refused.text("/fields/1/code")).isEqualTo("password_personal");
        assertThat(refused.json().at("/fields/1/value").isNull()).isTrue();
        assertThat(password.status()).isEqualTo(204);
        assertThat(signIn(server.browser(), "nine quiet harbours").status()).isEqualTo(200);
    }

    @Test
    void peopleSayHowOthersKnowThemWhenTheyWorkAndWhatTheyAreAt() {
        Operator anna = server.setUp().administrator();
        Browser browser = server.browser(anna);

        Browser.Answer changed = browser.put("/api/me", """
                {"name": "Аня", "title": "", "locale": "ru", "theme": "dark",
                 "translations": {"en": {"name": "Anna", "title": "Host"}},
                 "hours": {"timeZone": "Europe/Moscow", "days": [{"weekday": 1, "from": 540, "to": 1080}]}}
                """);
        Browser.Answer status = browser.put("/api/me/status", "{\"text\": \"на складе\", \"until\": null}");
        Browser.Answer wrong = browser.put("/api/me", """
                {"name": "Аня", "title": "", "locale": "ru", "theme": "dark", "translations": {"en": null},
                 "hours": {"timeZone": "Europe/Moscow", "days": []}}
                """);

        assertThat(changed.text("/translations/en/title")).isEqualTo("Host");
        assertThat(status.text("/status/text")).isEqualTo("на складе");
        assertThat(status.json().at("/hours/days/0/to").intValue()).isEqualTo(1080);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(browser.get("/api/session").text("/operator/translations/en/name"))
                .isEqualTo("Anna");
    }

    private static Browser.Answer signIn(Browser browser, String password) {
        return browser.post(
                "/api/session", "{\"email\": \"anna@example.org\", \"password\": \"%s\"}".formatted(password));
    }

    private static String newestSession(Browser browser) {
        return browser.cookie().substring("beseda-session=".length());
    }
}

package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.Permission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The first set-up over real HTTP: what it makes, and that only who saw the server start may do it. */
class SetUpOverHttpTest {
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
    void theFirstSetUpSignsTheAdministratorInAndIsDoneOnce() {
        Browser browser = server.browser().with("Accept-Language", "uk, ru;q=0.5");
        assertThat(isNeeded(browser)).isTrue();

        Browser.Answer made = setUp(browser, code());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/operator/role")).isEqualTo("administrator");
        assertThat(made.text("/operator/locale")).isEqualTo("uk");
        assertThat(made.text("/company")).isEqualTo("Ромашка");
        assertThat(made.json().at("/permissions").size()).isEqualTo(Permission.values().length);
        assertThat(isNeeded(browser)).isFalse();
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        assertThat(browser.get("/api/sites").json().at("/0/origins").toString())
                .contains("https://shop.example", server.origin());
        Browser.Answer again = setUp(server.browser(), code());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_set_up");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " - "})
    void withoutTheCodeNobodyBecomesTheAdministrator(@Nullable String none) {
        Browser.Answer answer = setUp(server.browser().with("Accept-Language", "ru"), none);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/code")).isEqualTo("setup_code_missing");
        assertThat(answer.text("/detail")).contains("напечатал при запуске");
        assertThat(server.people.operators().all()).isEmpty();
    }

    @Test
    void aWrongCodeIsRefusedAndTheFourthGuessHasToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(setUp(server.browser(), "aaaa-bbbb-cccc").text("/code")).isEqualTo("setup_code_wrong");
        }

        Browser.Answer delayed = setUp(server.browser(), code());
        server.clock.advance(Duration.ofSeconds(1));
        Browser.Answer made = setUp(server.browser(), code());

        assertThat(delayed.status()).isEqualTo(429);
        assertThat(delayed.json().at("/retryMs").asLong()).isEqualTo(1_000);
        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void theCodeMayBeTypedInAnyCaseAndWithSpaces() {
        String typed = code().toUpperCase(Locale.ROOT).replace('-', ' ');

        assertThat(setUp(server.browser(), typed + " ").status()).isEqualTo(201);
    }

    @Test
    void formsWithMistakesDoNotUseTheCodeUp() {
        for (int i = 0; i < 5; i++) {
            Browser.Answer answer = server.browser().post("/api/setup", body(code(), "short"));
            assertThat(answer.status()).isEqualTo(422);
        }

        assertThat(setUp(server.browser(), code()).status()).isEqualTo(201);
    }

    @Test
    void afterTheSetUpNobodyIsAskedForACode() {
        server.setUp();

        assertThat(setUp(server.browser(), null).text("/code")).isEqualTo("already_set_up");
    }

    @Test
    void everyStartMakesAnotherCode() {
        try (var other = new ConsoleServer(Path.of("no-photos"))) {
            assertThat(code()).matches("([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}");
            assertThat(other.people.setUpCode().text()).isNotEqualTo(code());
        }
    }

    private String code() {
        return server.people.setUpCode().text();
    }

    private static boolean isNeeded(Browser browser) {
        return browser.get("/api/setup").json().at("/needed").asBoolean();
    }

    private static Browser.Answer setUp(Browser browser, @Nullable String code) {
        return browser.post("/api/setup", body(code, ConsoleServer.PASSWORD));
    }

    private static String body(@Nullable String code, String password) {
        return """
                {"code": %s,
                 "administrator": {"name": "Анна", "email": "anna@example.org", "password": "%s"},
                 "company": "Ромашка",
                 "site": {"name": "Лавка", "origin": "https://shop.example", "timeZone": "Asia/Yekaterinburg", "locale": "auto"}}
                """.formatted(JsonMapper.shared().writeValueAsString(code), password);
    }
}

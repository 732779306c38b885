package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites, departments, people, invitations and settings: over real HTTP. */
class SettingsOverHttpTest {
    private static final String SITE = """
            {"name": "Лавка", "origins": ["https://Lavka.example/"], "timeZone": "Europe/Moscow", "locale": "ru",
             "accent": "#112233", "corner": "left", "greeting": {"ru": "Привет", "en": "", "uk": ""}, "sound": false,
             "opens": true, "todaySpan": {"kind": "hours", "hours": 12}, "disabled": false}
            """;

    @TempDir
    Path photos;

    private ConsoleServer server;
    private Operator anna;
    private Site shop;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new ConsoleServer(photos);
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        browser = server.browser(anna);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSupervisorReadsOfColleaguesOfTheirOwnSites() {
        Site other = server.people
                .sites()
                .create(
                        Actor.program(),
                        SiteDraft.standard("Other", List.of("https://other.example"), "Europe/Moscow", "ru"));
        Operator vera = server.join("vera", Role.SUPERVISOR, shop.id());
        server.join("boris", Role.OPERATOR, shop.id());
        server.join("stranger", Role.OPERATOR, other.id());

        String seen = server.browser(vera).get("/api/operators").json().toString();

        assertThat(seen).contains("vera@", "boris@", "anna@").doesNotContain("stranger@");
        assertThat(browser.get("/api/operators").json().toString()).contains("stranger@");
    }

    @Test
    void aSiteIsMadeReadChangedAndRemoved() {
        Browser.Answer made = browser.post("/api/sites", SITE);
        String path = "/api/sites/" + made.text("/id");
        Browser.Answer changed = browser.put(path, SITE.replace("left", "right"));
        Browser.Answer read = browser.get(path);
        Browser.Answer removed = browser.delete(path);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/origins/0")).isEqualTo("https://lavka.example");
        assertThat(made.text("/greeting/en")).isNotEmpty();
        assertThat(made.json().at("/todaySpan/hours").asInt()).isEqualTo(12);
        assertThat(made.text("/snippet"))
                .endsWith("\n<script async src=\"%s/loader.js\" data-site=\"%s\"></script>"
                        .formatted(server.origin(), made.text("/key")));
        assertThat(changed.text("/corner")).isEqualTo("right");
        assertThat(read.json()).isEqualTo(changed.json());
        assertThat(removed.status()).isEqualTo(204);
        assertThat(browser.get(path).text("/code")).isEqualTo("site_unknown");
    }

    @Test
    void aSiteWithHistoryIsDisabledInstead() {
        server.question(server.visitor(shop.id()));

        Browser.Answer removed = browser.delete("/api/sites/" + shop.id());

        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.json().at("/disabled").asBoolean()).isTrue();
    }

    @Test
    void everyWrongFieldIsNamedWithItsValueAndWhatWasExpected() {
        Browser.Answer answer = browser.with("Accept-Language", "ru")
                .post("/api/sites", SITE.replace("#112233", "red").replace("https://Lavka.example/", "lavka/path"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/code")).isEqualTo("invalid");
        assertThat(answer.text("/title")).isEqualTo("Unprocessable Content");
        assertThat(answer.text("/fields/0/field")).isEqualTo("origins[0]");
        assertThat(answer.text("/fields/0/value")).isEqualTo("lavka/path");
        assertThat(answer.text("/fields/0/expected"))
                .isEqualTo("схема и имя сайта без пути, например https://shop.example");
        assertThat(answer.text("/fields/1/code")).isEqualTo("colour");
    }

    @Test
    void documentsOfAnotherShapeAreRefusedByName() {
        assertThat(fault(SITE.replace("\"sound\": false", "\"sound\": \"no\""))).isEqualTo("sound type");
        assertThat(fault(SITE.replace("\"name\": \"Лавка\"", "\"name\": 5"))).isEqualTo("name type");
        assertThat(fault(SITE.replace("\"name\": \"Лавка\",", ""))).isEqualTo("name required");
        assertThat(fault(SITE.replace("[\"https://Lavka.example/\"]", "[null]")))
                .isEqualTo("origins[0] required");
        assertThat(fault(SITE.replace("\"locale\"", "\"key\": \"mine\", \"locale\"")))
                .isEqualTo("key field_unknown");
        assertThat(fault(SITE.replace("\"left\"", "\"top\""))).isEqualTo("corner not_one_of");
        assertThat(fault(SITE.replace("12", "1.5"))).isEqualTo("todaySpan.hours type");
        assertThat(browser.post("/api/sites", "[").text("/code")).isEqualTo("json_malformed");
        assertThat(browser.post("/api/sites", SITE + "{}").text("/code")).isEqualTo("json_malformed");
        assertThat(browser.post("/api/sites", "[".repeat(100)).text("/code")).isEqualTo("json_malformed");
        assertThat(browser.post("/api/sites", " ".repeat(300_000)).status()).isEqualTo(413);
        assertThat(browser.put("/api/me", new byte[0], "text/plain").status()).isEqualTo(415);
        assertThat(browser.get("/api/sites/abc").status()).isEqualTo(404);
        assertThat(browser.get("/api/nothing").text("/code")).isEqualTo("not_found");
    }

    @Test
    void operatorsSeeTheirOwnSitesOnly() {
        Site other = server.people
                .sites()
                .create(Actor.program(), SiteDraft.standard("Other", List.of("https://other.example"), "UTC", "auto"));
        for (Role role : List.of(Role.OPERATOR, Role.SUPERVISOR)) {
            Browser limited = server.browser(server.join("limited" + role, role, shop.id()));

            assertThat(limited.get("/api/sites").json().findValuesAsString("id"))
                    .containsExactly(shop.id().toString());
            assertThat(limited.get("/api/sites/" + shop.id()).status()).isEqualTo(200);
            assertThat(limited.get("/api/sites/" + other.id()).status()).isEqualTo(404);
        }
    }

    @Test
    void departmentsKnowTheirOperators() {
        String draft = "{\"name\": \"Sales\", \"sites\": [\"%s\"]}".formatted(shop.id());
        Browser.Answer made = browser.post("/api/departments", draft);
        browser.put(
                "/api/operators/" + anna.id(),
                operator("administrator", false)
                        .replace("\"departments\": []", "\"departments\": [\"%s\"]".formatted(made.text("/id"))));

        Browser.Answer list = browser.get("/api/departments");
        Browser.Answer twice = browser.post("/api/departments", draft);

        assertThat(made.status()).isEqualTo(201);
        assertThat(list.text("/0/operators/0")).isEqualTo(anna.id().toString());
        assertThat(list.text("/0/sites/0")).isEqualTo(shop.id().toString());
        assertThat(twice.text("/fields/0/code")).isEqualTo("taken");
        assertThat(browser.delete("/api/departments/" + made.text("/id")).status())
                .isEqualTo(204);
        assertThat(browser.get("/api/departments").json().size()).isZero();
    }

    @Test
    void anotherRoleEndsSessionsAtOnce() {
        Operator oleg = server.join("oleg", Role.OPERATOR);
        Browser olegs = server.browser(oleg);

        Browser.Answer changed = browser.put("/api/operators/" + oleg.id(), operator("supervisor", false));

        assertThat(changed.text("/role")).isEqualTo("supervisor");
        assertThat(olegs.get("/api/session").status()).isEqualTo(401);
        Browser.Answer last = browser.put("/api/operators/" + anna.id(), operator("operator", false));
        assertThat(last.status()).isEqualTo(409);
        assertThat(last.text("/code")).isEqualTo("last_administrator");
    }

    @Test
    void anInvitationIsSentLookedAtAndUsedOnce() {
        Browser.Answer issued = browser.post(
                "/api/invitations",
                "{\"email\": \"boris@example.org\", \"role\": \"operator\", \"sites\": [\"%s\"], \"departments\": []}"
                        .formatted(shop.id()));
        String token = issued.text("/link").replace(server.origin() + "/invitation/", "");
        Browser boriss = server.browser();

        Browser.Answer looked = boriss.get("/api/invitations/" + token + "/open");
        Browser.Answer weak = boriss.post("/api/invitations/" + token, acceptance("password1234"));
        Browser.Answer joined = boriss.post("/api/invitations/" + token, acceptance("nine quiet harbours"));

        assertThat(issued.status()).isEqualTo(201);
        assertThat(browser.get("/api/invitations").json().size()).isZero();
        assertThat(looked.text("/company")).isEqualTo("Romashka");
        assertThat(weak.text("/fields/0/field")).isEqualTo("password");
        assertThat(joined.status()).isEqualTo(201);
        assertThat(boriss.get("/api/session").text("/operator/email")).isEqualTo("boris@example.org");
        assertThat(boriss.get("/api/invitations/" + token + "/open").text("/code"))
                .isEqualTo("invitation_unknown");
    }

    @Test
    void settingsAreReadAndChanged() {
        Browser.Answer changed = browser.put("/api/settings", "{\"company\": \"Ромашка\", \"demo\": false}");

        assertThat(changed.json()).isEqualTo(browser.get("/api/settings").json());
        assertThat(changed.text("/publicUrl")).isEqualTo(server.origin());
        assertThat(changed.json().at("/sessionIdleMinutes").asInt()).isEqualTo(240);
        assertThat(browser.get("/api/session").text("/company")).isEqualTo("Ромашка");
    }

    @Test
    void aPhotoIsDrawnAnewAndServedForEver() throws IOException {
        Browser.Answer set = browser.put("/api/me/photo", picture(), "image/png");
        Browser.Answer photo = server.browser().get(set.text("/photo"));
        Browser.Answer bad = browser.put("/api/operators/" + anna.id() + "/photo", new byte[64], "image/png");
        Browser.Answer huge = browser.put("/api/me/photo", new byte[5 * 1024 * 1024 + 1], "image/png");

        assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(photo.header("Cache-Control")).contains("immutable");
        assertThat(photo.bytes()).startsWith(0xff, 0xd8, 0xff);
        assertThat(bad.text("/fields/0/code")).isEqualTo("photo_format");
        assertThat(huge.status()).isEqualTo(413);
        assertThat(browser.delete("/api/me/photo").json().at("/photo").isNull()).isTrue();
        assertThat(server.browser().get("/photos/..%2fbeseda.jpg").status()).isIn(400, 404);
    }

    private String fault(String site) {
        Browser.Answer answer = browser.post("/api/sites", site);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/fields").size()).isEqualTo(1);
        return answer.text("/fields/0/field") + " " + answer.text("/fields/0/code");
    }

    private static String operator(String role, boolean disabled) {
        return """
                {"name": "Somebody", "title": "", "role": "%s", "capacity": 3, "sites": [], "departments": [],
                 "disabled": %s}
                """.formatted(role, disabled);
    }

    private static String acceptance(String password) {
        return "{\"name\": \"Boris\", \"title\": \"\", \"password\": \"%s\"}".formatted(password);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }
}

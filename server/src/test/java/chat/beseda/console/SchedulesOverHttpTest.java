package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.mail.MailAccount;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** U-r8: reports by e-mail at set times, over real HTTP. */
class SchedulesOverHttpTest {
    private ConsoleServer server;
    private Site shop;
    private Site other;
    private Browser administrator;
    private Browser vera;
    private Browser boris;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        shop = made.site();
        other = server.people
                .sites()
                .create(Actor.program(), SiteDraft.standard("Other", List.of("https://o.example"), "UTC", "auto"));
        administrator = server.browser(made.administrator());
        vera = server.browser(server.join("vera", Role.SUPERVISOR, shop.id()));
        boris = server.browser(server.join("boris", Role.OPERATOR, shop.id()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String draft(String site, String email, String time) {
        return """
                {"name": "Неделя", "cadence": "week", "zone": "Europe/Moscow", "time": "%s", "sites": ["%s"],
                 "departments": [], "operators": [], "emails": ["%s"]}
                """.formatted(time, site, email);
    }

    @Test
    void oneIsMadeSeenByItsOwnerAndEnded() {
        Browser.Answer made =
                vera.post("/api/reports/schedules", draft(shop.id().toString(), "boss@example.org", "08:30"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("nextAt").asLong()).isGreaterThan(server.clock.millis());
        String id = made.json().get("id").asString();

        Browser.Answer own =
                administrator.post("/api/reports/schedules", draft(other.id().toString(), "boss@example.org", "09:00"));
        Browser.Answer seen = vera.get("/api/reports/schedules");
        assertThat(seen.json().get("schedules").size()).isEqualTo(1);
        assertThat(seen.json().get("sends").asBoolean()).isFalse();

        assertThat(vera.delete("/api/reports/schedules/" + own.json().get("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(vera.delete("/api/reports/schedules/" + id).status()).isEqualTo(204);
        assertThat(boris.get("/api/reports/schedules").status()).isEqualTo(403);
    }

    @Test
    void aReportThatIsDueArrivesWithItsFiles() throws Exception {
        var mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mailbox.start();
        try {
            server.sendsReports();
            Operator sofia = server.join("sofia", Role.SUPERVISOR, shop.id());
            server.browser(sofia)
                    .post("/api/reports/schedules", draft(shop.id().toString(), "boss@example.org", "08:30"));
            server.closedConversation(server.visitor(shop.id()), server.join("petr", Role.OPERATOR, shop.id()));
            server.sumUp();
            server.timers.advance(Duration.ofDays(8));
            assertThat(mailbox.getReceivedMessages()).isEmpty();
            var account = new MailAccount(
                    "127.0.0.1", mailbox.getSmtp().getPort(), MailAccount.Security.NONE, "", "", "b@example.org", "");
            server.mail.change(Actor.program(), account, null);
            server.timers.advance(Duration.ofMinutes(1));

            assertThat(server.browser(sofia)
                            .get("/api/reports/schedules")
                            .json()
                            .get("sends")
                            .asBoolean())
                    .isTrue();
            tellsTheReport(mailbox.getReceivedMessages()[0]);
            server.timers.advance(Duration.ofDays(1));
            assertThat(mailbox.getReceivedMessages()).hasSize(1);
        } finally {
            mailbox.stop();
        }
    }

    /** Whoever got the figures of one site shall not get those of the others. */
    @Test
    void aReportOfWhatItsOwnerSeesNoMoreIsNotSent() {
        var mailbox = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mailbox.start();
        try {
            server.sendsReports();
            Operator sofia = server.join("sofia", Role.SUPERVISOR, shop.id());
            server.browser(sofia)
                    .post("/api/reports/schedules", draft(shop.id().toString(), "franchise@example.org", "08:30"));
            var moved = new OperatorDraft("sofia", "", Role.SUPERVISOR, 1, Set.of(other.id()), Set.of(), false);
            server.people.operators().change(Actor.program(), sofia.id(), moved);
            var account = new MailAccount(
                    "127.0.0.1", mailbox.getSmtp().getPort(), MailAccount.Security.NONE, "", "", "b@example.org", "");
            server.mail.change(Actor.program(), account, null);
            server.timers.advance(Duration.ofDays(8));

            assertThat(mailbox.getReceivedMessages()).isEmpty();
            assertThat(server.schedules.waiting(10)).isEmpty();
        } finally {
            mailbox.stop();
        }
    }

    private static void tellsTheReport(MimeMessage letter) throws Exception {
        assertThat(letter.getAllRecipients()[0]).hasToString("boss@example.org");
        assertThat(letter.getSubject()).startsWith("Неделя: ");
        var parts = (MimeMultipart) letter.getContent();
        var words = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat((String) words.getBodyPart(0).getContent()).contains("Conversations: 1 (");
        assertThat(parts.getCount()).isEqualTo(4);
        assertThat(parts.getBodyPart(1).getInputStream().readNBytes(4))
                .asString()
                .isEqualTo("%PDF");
        assertThat(parts.getBodyPart(2).getInputStream().readNBytes(2))
                .asString()
                .isEqualTo("PK");
    }

    @Test
    void administratorsSeeAndRemoveWhatSomebodyDisabledLeftBehind() {
        Operator gone = server.join("gone", Role.SUPERVISOR, shop.id());
        String path = "/api/reports/schedules";
        String id = server.browser(gone)
                .post(path, draft(shop.id().toString(), "boss@example.org", "08:30"))
                .json()
                .get("id")
                .asString();
        assertThat(administrator.get(path).json().get("schedules").size()).isZero();

        var disabled = new OperatorDraft("gone", "", Role.SUPERVISOR, 1, Set.of(shop.id()), Set.of(), true);
        server.people.operators().change(Actor.program(), gone.id(), disabled);

        Browser.Answer seen = administrator.get(path);
        assertThat(seen.json().at("/schedules/0/stopped").asBoolean()).isTrue();
        assertThat(seen.text("/schedules/0/owner")).isEqualTo(gone.id().toString());
        assertThat(vera.get(path).json().get("schedules").size()).isZero();
        assertThat(vera.delete(path + "/" + id).status()).isEqualTo(404);
        assertThat(administrator
                        .put(path + "/" + id, draft(shop.id().toString(), "boss@example.org", "08:30"))
                        .status())
                .isEqualTo(404);
        assertThat(administrator.delete(path + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void whatIsWrongIsToldFieldByField() {
        Browser.Answer wrong =
                vera.post("/api/reports/schedules", draft(other.id().toString(), "boss@example.org", "25:00"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("fields").findValuesAsString("field")).containsExactlyInAnyOrder("time", "sites");
        assertThat(vera.post("/api/reports/schedules", draft(shop.id().toString(), "<b>boss", "08:30"))
                        .json()
                        .get("fields")
                        .findValuesAsString("field"))
                .containsExactly("emails");
    }
}

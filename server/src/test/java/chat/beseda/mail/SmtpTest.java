package chat.beseda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters as a mail server has them in the end. */
class SmtpTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});
    private final Carrier carrier = new SmtpCarrier(Duration.ofSeconds(10));

    @BeforeEach
    void start() {
        server.setUser("shop@example.org", "shop", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailAccount account(String password) {
        return new MailAccount(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailAccount.Security.NONE,
                "shop",
                password,
                "shop@example.org",
                "Магазин «Ромашка»");
    }

    private Optional<MailTrouble> send(MailAccount account, Letter letter) {
        try (Carrier.Way way = carrier.open(account)) {
            String source = new MimeWriter()
                    .source(
                            letter,
                            letter.to(),
                            account,
                            new MimeWriter.Naming("<1.abc@example.org>", "<abc@example.org>", "shop+abc@example.org"),
                            NOW);
            return way.carry(account.from(), letter.to(), source);
        } catch (Carrier.Unreachable failure) {
            return Optional.of(failure.trouble());
        }
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        byte[] file = "день;разговоры\n".getBytes(StandardCharsets.UTF_8);
        var letter = new Letter(
                "report",
                "vera@example.net",
                "Отчёт за неделю: 12 разговоров",
                "<p>Слова",
                "Слова",
                List.of(new Enclosure("Отчёт.csv", "text/csv", file)));

        assertThat(send(account("secret"), letter)).isEmpty();

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo(letter.subject());
        assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo("Магазин «Ромашка»");
        assertThat(arrived.getMessageID()).isEqualTo("<1.abc@example.org>");
        assertThat(arrived.getHeader("References")).containsExactly("<abc@example.org>");
        assertThat(arrived.getReplyTo()[0]).hasToString("shop+abc@example.org");
        assertThat(arrived.getSentDate().toInstant()).isEqualTo(NOW);
        var parts = (MimeMultipart) arrived.getContent();
        var words = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(words.getBodyPart(0).getContent()).isEqualTo("Слова");
        assertThat(words.getBodyPart(1).getContent()).isEqualTo("<p>Слова");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(file);
    }

    @Test
    void aWrongPasswordIsToldAsOne() {
        var letter = new Letter("test", "vera@example.net", "Проба", "<p>", "", List.of());

        assertThat(send(account("wrong"), letter).orElseThrow().code()).isEqualTo(MailTrouble.Code.AUTH);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateOfNobodyWeKnowIsNotTrusted() {
        var letter = new Letter("test", "vera@example.net", "Проба", "<p>", "", List.of());
        var tls = new MailAccount(
                "127.0.0.1",
                server.getSmtps().getPort(),
                MailAccount.Security.TLS,
                "shop",
                "secret",
                "shop@example.org",
                "");

        assertThat(send(tls, letter).orElseThrow().code()).isEqualTo(MailTrouble.Code.TLS);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}

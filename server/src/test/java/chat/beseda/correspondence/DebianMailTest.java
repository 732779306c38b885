package chat.beseda.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.beseda.audit.Actor;
import chat.beseda.incoming.Address;
import chat.beseda.incoming.Received;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.MailTrouble;
import chat.beseda.mail.ReplyMarks;
import chat.beseda.mailbox.BoxAccount;
import chat.beseda.mailbox.Intake;
import chat.beseda.mailbox.LetterState;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.DebianMail;
import chat.beseda.testing.TestEngine;
import chat.beseda.time.SystemTimers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters out and answers in by Postfix and Dovecot, where they are installed. */
@SuppressWarnings("NullAway.Init")
class DebianMailTest {
    private static final String SHOP = "shop@example.org";
    private static final String VERA = "vera@example.net";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static DebianMail server;

    private final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    private final IdSource ids = new IdSource(Clock.systemUTC());
    private final SystemTimers timers = new SystemTimers();
    private final LinkedBlockingQueue<Received> arrived = new LinkedBlockingQueue<>();
    private Mail mail;
    private Mailbox mailbox;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(DebianMail.isHere(), "Postfix and Dovecot are not installed, or may not be started");
        server = DebianMail.start(List.of(SHOP, VERA));
    }

    @AfterAll
    static void remove() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void start() {
        house.setUp();
        mail = new Mail(house.database(), ids, house.people().audit(), timers, Clock.systemUTC());
        mail.keep();
        mailbox = new Mailbox(house.database(), ids, house.people().audit(), mail, timers, Clock.systemUTC());
        mailbox.keep((name, letter, whole) -> {
            arrived.add(letter);
            return Optional.of(new Intake.Taken(LetterState.ENTERED, null, List.of()));
        });
    }

    @AfterEach
    void stop() {
        timers.close();
        house.close();
    }

    private static MailAccount writes(String address, Security security, String password) {
        String user = address.substring(0, address.indexOf('@'));
        return new MailAccount("127.0.0.1", server.smtp(), security, user, password, address, "");
    }

    private void send(String from, Letter letter) {
        mail.change(Actor.program(), writes(from, Security.NONE, "secret"), "secret");
        var made = mail.made(letter);
        house.database().write(transaction -> mail.queue(transaction, made));
    }

    private void read(String address) {
        String user = address.substring(0, address.indexOf('@'));
        var box = new BoxAccount("127.0.0.1", server.imap(), Security.NONE, user, "secret", "INBOX", address, true);
        mailbox.change(Actor.program(), box, "secret");
        until(() -> mailbox.readAt().isPresent());
    }

    private static void until(BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static Letter letter(String to, String words) {
        return new Letter("conversation", to, "Магазин", "<p>" + words, words, List.of());
    }

    @Test
    void aLetterGoesOutAndItsMarkedAddressBringsTheAnswerBack() throws Exception {
        read(SHOP);
        send(SHOP, letter(VERA, "Чай есть").answerable(42));
        until(() -> mail.state().waiting() == 0);
        assertThat(mail.state().refused()).isZero();
        String marked = "shop+" + mail.marks().of(42, VERA) + "@example.org";

        send(VERA, letter(marked, "Беру две пачки"));

        Received answer = arrived.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        assertThat(answer.answer()).isEqualTo("Беру две пачки");
        List<String> to = answer.to().stream().map(Address::address).toList();
        assertThat(mail.marks().judge(to, VERA)).contains(new ReplyMarks.Judged.True(42));
    }

    @Test
    void anAddressThatIsNotThereIsToldAsOne() {
        send(SHOP, letter("nobody@example.net", "Чай есть"));

        until(() -> mail.state().refused() == 1);
        assertThat(mail.state().troubled().getFirst().code()).isEqualTo(MailTrouble.Code.RECIPIENT_REFUSED);
    }

    @Test
    void whatAServerRefusesIsExplained() {
        Letter letter = letter(VERA, "Проба");
        assertThat(mail.test(Actor.program(), writes(SHOP, Security.NONE, "wrong"), "wrong", letter))
                .map(MailTrouble::code)
                .contains(MailTrouble.Code.AUTH);
        assertThat(mail.test(Actor.program(), writes(SHOP, Security.STARTTLS, "secret"), "secret", letter))
                .map(MailTrouble::code)
                .contains(MailTrouble.Code.TLS);
        assertThat(mail.test(Actor.program(), writes(SHOP, Security.NONE, "secret"), "secret", letter))
                .isEmpty();
    }
}

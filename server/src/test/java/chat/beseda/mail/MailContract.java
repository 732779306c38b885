package chat.beseda.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link Mail} promises on every engine, with a server that refuses what it is told to. */
abstract class MailContract {
    private static final Duration LOOK = Duration.ofSeconds(16);

    private final PeopleFixture house;
    private final ScriptedServer server = new ScriptedServer();
    private Mail mail;

    MailContract(TestEngine engine) {
        house = new PeopleFixture(engine);
        mail = open();
        change(MailAccount.Security.NONE, "", null);
    }

    @AfterEach
    void close() {
        server.close();
        house.close();
    }

    /** As after a start of the program. */
    private Mail open() {
        var opened = new Mail(
                house.database(),
                new IdSource(house.clock),
                house.people().audit(),
                house.timers,
                house.clock,
                new SmtpCarrier(Duration.ofSeconds(5)));
        opened.keep();
        return opened;
    }

    private MailAccount account(MailAccount.Security security, String user) {
        return new MailAccount("127.0.0.1", server.port(), security, user, "", "shop@example.org", "Магазин");
    }

    private void change(MailAccount.Security security, String user, @Nullable String password) {
        mail.change(Actor.program(), account(security, user), password);
    }

    private void queue(String to) {
        queue(to, "Привет");
    }

    private Outgoing queue(String to, String subject) {
        var letter = new Letter("trial", to, subject, "<p>Слова", "Слова", List.of());
        Outgoing made = mail.made(letter);
        house.database().write(transaction -> {
            mail.queue(transaction, made);
            return true;
        });
        return made;
    }

    private void look() {
        house.timers.advance(LOOK);
    }

    @Test
    void whatIsQueuedIsTakenOnce() {
        queue("vera@example.net");
        queue("oleg@example.net");
        look();
        look();

        assertThat(server.taken()).hasSize(2);
        assertThat(server.taken().getFirst())
                .contains("To: vera@example.net", "Auto-Submitted: auto-generated", "@example.org>");
        assertThat(mail.state()).isEqualTo(new Mail.State(0, 0, mail.state().oldestAt(), List.of()));
        assertThat(mail.state().oldestAt()).isEmpty();
    }

    @Test
    void theProgramsEndLosesNoLetter() {
        server.answer("EHLO", "");
        server.answer("HELO", "");
        for (int each = 0; each < 120; each++) {
            queue("box" + each + "@example.net");
        }
        look();
        server.forget("EHLO");
        server.forget("HELO");
        mail = open();
        look();

        assertThat(server.taken()).hasSize(120).doesNotHaveDuplicates();
    }

    /** Nobody can know whether the server has it; the name says that it is the same. */
    @Test
    void aLetterWhoseAnswerWasLostIsHandedOverAgainUnderItsName() {
        queue("vera@example.net");
        server.answer(".", "");
        look();
        assertThat(mail.state().troubled().getFirst().code()).isEqualTo(MailTrouble.Code.BROKEN);
        server.answer(".", "250 taken");
        house.timers.advance(Duration.ofMinutes(2));

        assertThat(server.taken()).hasSize(1);
        assertThat(mail.state().waiting()).isZero();
    }

    private boolean returned(String messageId, String to) {
        return house.database()
                .write(transaction -> mail.returned(transaction, messageId, to, "550 5.1.1 No such user"));
    }

    @Test
    void aLetterThatCameBackIsToldOfOnceInTheServersWords() {
        Outgoing letter = queue("Vera@example.net", "Привет");
        assertThat(returned(letter.messageId(), "vera@example.net"))
                .as("it waits")
                .isFalse();
        look();

        assertThat(returned(letter.messageId(), "oleg@example.net")).isFalse();
        assertThat(returned("<other@example.org>", "vera@example.net")).isFalse();
        assertThat(mail.state().troubled()).isEmpty();
        assertThat(returned(letter.messageId(), "vera@example.net")).isTrue();
        assertThat(returned(letter.messageId(), "vera@example.net")).isFalse();
        QueuedLetter back = mail.state().troubled().getFirst();
        assertThat(back.state()).isEqualTo(QueuedLetter.State.RETURNED);
        assertThat(back.code()).isEqualTo(MailTrouble.Code.RETURNED);
        assertThat(back.words()).isEqualTo("550 5.1.1 No such user");
        assertThatThrownBy(() -> mail.again(Actor.program(), back.id())).isInstanceOf(Unknown.class);
        mail.drop(Actor.program(), back.id());
        assertThat(mail.state().troubled()).isEmpty();
    }

    @Test
    void whoIsRefusedStandsInNobodysWay() {
        server.answer("RCPT TO:<nobody", "550 5.1.1 no such mailbox");
        queue("nobody@example.net");
        queue("vera@example.net");
        look();

        assertThat(server.taken()).hasSize(1);
        QueuedLetter refused = mail.state().troubled().getFirst();
        assertThat(refused.state()).isEqualTo(QueuedLetter.State.REFUSED);
        assertThat(refused.code()).isEqualTo(MailTrouble.Code.RECIPIENT_REFUSED);
        assertThat(refused.words()).contains("no such mailbox");
        server.forget("RCPT TO:<nobody");
        mail.again(Actor.program(), refused.id());
        look();
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void whoIsBusyIsAskedLaterAndLessOftenAndGivenUpAfterThreeDays() {
        server.answer("RCPT", "451 4.7.1 come later");
        queue("vera@example.net");
        look();
        look();
        assertThat(mail.state().troubled().getFirst().tries()).isEqualTo(1);
        house.timers.advance(Duration.ofHours(2));
        int tries = mail.state().troubled().getFirst().tries();
        assertThat(tries).isBetween(4, 6);
        house.timers.advance(Duration.ofDays(4));

        assertThat(mail.state().troubled().getFirst().state()).isEqualTo(QueuedLetter.State.REFUSED);
        assertThat(mail.state().waiting()).isZero();
    }

    /** Nothing is wrong with the letters: only the account is. */
    @Test
    void whoMayNotSendAtAllKeepsTheirLetters() {
        server.answer("MAIL", "530 5.7.0 say who you are");
        queue("vera@example.net");
        queue("oleg@example.net");
        look();
        assertThat(mail.state().waiting()).isEqualTo(2);
        assertThat(mail.stopped().orElseThrow().trouble().code()).isEqualTo(MailTrouble.Code.AUTH);
        server.forget("MAIL");
        house.timers.advance(Duration.ofMinutes(2));
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void whatNobodyTookForTwoWeeksIsGivenUpAndThenForgotten() {
        server.answer("EHLO", "");
        server.answer("HELO", "");
        queue("vera@example.net");
        house.timers.advance(Duration.ofDays(15));
        assertThat(mail.state().waiting()).isZero();
        assertThat(mail.state().refused()).isEqualTo(1);
        house.timers.advance(Duration.ofDays(16));
        assertThat(mail.state().refused()).isZero();
    }

    @Test
    void aServerThatIsAwayHoldsEverythingBackUntilItIsThere() {
        server.answer("EHLO", "");
        server.answer("HELO", "");
        queue("vera@example.net");
        look();
        Mail.Stopped stopped = mail.stopped().orElseThrow();
        assertThat(stopped.trouble().scope()).isEqualTo(MailTrouble.Scope.EVERYTHING);
        assertThat(mail.state().troubled()).isEmpty();
        server.forget("EHLO");
        server.forget("HELO");
        house.timers.advance(Duration.ofMinutes(1));

        assertThat(server.taken()).hasSize(1);
        assertThat(mail.stopped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MAIL, 553 5.7.1 not your address,  SENDER_REFUSED
            MAIL, 530 5.7.0 say who you are,   AUTH
            MAIL, 554 5.7.1 you are not liked, SENDER_REFUSED
            DATA, 552 5.3.4 too much of it,    TOO_BIG
            DATA, 554 5.7.1 looks like spam,   SERVER
            """)
    void refusalsAreToldByTheirKind(String command, String answer, MailTrouble.Code code) {
        server.answer(command, answer);

        MailTrouble trouble = test(account(MailAccount.Security.NONE, ""), null);

        assertThat(trouble.code()).isEqualTo(code);
        assertThat(trouble.words()).contains(answer.substring(4));
    }

    private MailTrouble test(MailAccount account, @Nullable String password) {
        var letter = new Letter("test", "vera@example.net", "Проба", "<p>Да", "Да", List.of());
        return mail.test(Actor.program(), account, password, letter).orElseThrow();
    }

    @Test
    void aServerWithoutStarttlsIsNotSpokenToInTheOpen() {
        assertThat(test(account(MailAccount.Security.STARTTLS, ""), null).code())
                .isEqualTo(MailTrouble.Code.NO_STARTTLS);
        assertThat(test(account(MailAccount.Security.TLS, ""), null).code()).isEqualTo(MailTrouble.Code.TLS);
    }

    @Test
    void aServerThatIsNotThereIsToldByTheWayItIsNot() {
        var nowhere = new MailAccount("mail.invalid", 25, MailAccount.Security.NONE, "", "", "shop@example.org", "");
        var closed = new MailAccount("127.0.0.1", 1, MailAccount.Security.NONE, "", "", "shop@example.org", "");

        assertThat(test(nowhere, null).code()).isEqualTo(MailTrouble.Code.UNKNOWN_HOST);
        assertThat(test(closed, null).code()).isEqualTo(MailTrouble.Code.NO_CONNECTION);
    }

    @Test
    void nobodyWritesHeadersOfTheirOwn() {
        queue("vera@example.net", "Заказ\r\nBcc: everybody@example.net");
        look();

        assertThat(server.taken().getFirst()).doesNotContain("\nBcc:");
        assertThatThrownBy(() -> mail.change(
                        Actor.program(),
                        new MailAccount(
                                "127.0.0.1", 25, MailAccount.Security.NONE, "", "", "a@example.org\r\nBcc: b@c.de", ""),
                        null))
                .isInstanceOf(InvalidFields.class);
    }

    /** Whoever may change the server's name shall not have its password sent to their own. */
    @Test
    void aKeptPasswordIsOfItsServerAndUserOnly() {
        change(MailAccount.Security.NONE, "shop", "secret");
        change(MailAccount.Security.NONE, "shop", null);
        assertThat(mail.account().password()).isEqualTo("secret");

        assertThatThrownBy(() -> change(MailAccount.Security.NONE, "other", null))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> mail.change(
                        Actor.program(),
                        new MailAccount(
                                "mail.example.net", 25, MailAccount.Security.NONE, "shop", "", "a@example.org", ""),
                        null))
                .isInstanceOf(InvalidFields.class);
        mail = open();
        assertThat(mail.account().password()).isEqualTo("secret");
        assertThat(mail.account().toString()).doesNotContain("secret");
    }

    @Test
    void aDroppedLetterIsGone() {
        server.answer("RCPT", "451 4.7.1 come later");
        queue("vera@example.net");
        look();
        mail.drop(Actor.program(), mail.state().troubled().getFirst().id());
        server.forget("RCPT");
        house.timers.advance(Duration.ofHours(1));

        assertThat(server.taken()).isEmpty();
    }

    @Test
    void withoutAnAccountNothingIsSent() {
        queue("vera@example.net");
        mail.change(Actor.program(), MailAccount.NONE, null);
        look();
        assertThat(server.taken()).isEmpty();
        change(MailAccount.Security.NONE, "", null);
        look();

        assertThat(server.taken()).hasSize(1);
        assertThat(server.taken().getFirst()).matches("\\p{ASCII}+");
    }
}

package chat.beseda.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.files.Attachment;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.MailTrouble;
import chat.beseda.mailbox.BoxAccount;
import chat.beseda.mailbox.LetterIn;
import chat.beseda.mailbox.LetterState;
import chat.beseda.time.SystemTimers;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a letter in a mailbox to the message in its conversation. */
class AnswersByMailTest extends MailboxTrial {
    /** Several tries have it: the machine of a test may be busy. */
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void anAnswerIsAMessageOfItsConversationAtOnce() {
        long quickest = Long.MAX_VALUE;
        for (int each = 0; each < 5 && quickest > SOON.toNanos(); each++) {
            long sent = System.nanoTime();
            answer("quick" + each, "Беру две пачки");
            assertThat(next()).isEqualTo("Беру две пачки");
            quickest = Math.min(quickest, System.nanoTime() - sent);
        }

        assertThat(quickest).isLessThanOrEqualTo(SOON.toNanos());
        assertThat(messages(conversation).getLast().text()).isEqualTo("Беру две пачки");
        assertThat(messages(conversation).getLast().mail()).isEqualTo(VERA);
    }

    @Test
    void aLetterIsTakenOnceHoweverOftenItLiesThere() {
        answer("same", "Один раз");
        answer("same", "Один раз");
        answer("last", "Конец");
        assertThat(next()).isEqualTo("Один раз");
        assertThat(next()).isEqualTo("Конец");

        timers.close();
        timers = new SystemTimers();
        open();
        answer("more", "После перезапуска");

        assertThat(next()).isEqualTo("После перезапуска");
    }

    @Test
    void whatMayNotEnterIsKeptAsideAndTold() {
        letter("oleg@example.net", "stranger", "<x." + mark + "@example.org>", "Чужое");
        letter(VERA, "forged", "<x." + mark.replaceFirst("-.", "-~").replace("~", "z") + "@example.org>", "Подделка");
        letter(VERA, "none", "<other@example.org>", "Не нам");
        letter(VERA + "\nAuto-Submitted: auto-replied", "vacation", "<x." + mark + "@example.org>", "В отпуске");
        answer("last", "Конец");

        assertThat(next()).isEqualTo("Конец");
        List<LetterIn> aside = mailbox.aside();
        assertThat(aside)
                .extracting(LetterIn::state)
                .containsExactlyInAnyOrder(LetterState.OTHER_SENDER, LetterState.FORGED, LetterState.AUTOMATIC);
        LetterIn stranger = aside.stream()
                .filter(each -> each.state() == LetterState.OTHER_SENDER)
                .findFirst()
                .orElseThrow();
        assertThat(stranger.sender()).isEqualTo("oleg@example.net");
        assertThat(stranger.conversation()).isEqualTo(conversation.id().value());
        assertThat(mailbox.body(stranger.id())).startsWith("Чужое").contains("> Чай есть.");
        until(() -> mailbox.enteredLately("VERA@example.net") == 1);
    }

    @Test
    void theAddressCarriesTheMarkTooAndAConversationThatIsOverGoesOnAnew() {
        conversations.endByVisitor(visitor.id(), conversation.id());
        deliver("""
                From: Vera <vera@example.net>
                To: shop+%s@example.org
                Message-ID: <plus@mail.example.net>
                Subject: anything

                Ещё вопрос
                """.formatted(mark));

        assertThat(next()).isEqualTo("Ещё вопрос");
        assertThat(conversations.open(10))
                .hasSize(1)
                .noneMatch(each -> each.id().equals(conversation.id()));
    }

    @Test
    void filesComeAlongAndThoseThatAreNotTakenAreTold() {
        deliver("""
                From: vera@example.net
                To: shop@example.org
                Message-ID: <files@mail.example.net>
                References: <%s@example.org>
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Вот фото
                --b
                Content-Type: image/gif; name=tea.gif
                Content-Transfer-Encoding: base64

                R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
                --b
                Content-Type: application/octet-stream; name=tea.exe
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA
                --b--
                """.formatted(mark));

        assertThat(next()).isEqualTo("Вот фото");
        assertThat(messages(conversation).getLast().files())
                .extracting(Attachment::name)
                .containsExactly("tea.gif");
        until(() -> !mailbox.aside().isEmpty());
        assertThat(mailbox.aside().getFirst().leftOut()).containsExactly("tea.exe");
        assertThat(mailbox.aside().getFirst().state()).isEqualTo(LetterState.ENTERED);
    }

    @Test
    void aGiantStandsInNobodysWay() {
        letter(VERA, "giant", "<x." + mark + "@example.org>", ("x".repeat(1000) + "\n").repeat(32 * 1024));
        answer("last", "Конец");

        assertThat(next()).isEqualTo("Конец");
        assertThat(mailbox.aside()).extracting(LetterIn::state).containsExactly(LetterState.TOO_BIG);
    }

    @Test
    void ofALongAnswerItIsToldThatThereIsMore() {
        answer("long", "Очень длинно. ".repeat(400));

        assertThat(next()).hasSize(4_000).endsWith("…");
        until(() -> !mailbox.aside().isEmpty());
        LetterIn whole = mailbox.aside().getFirst();
        assertThat(whole.state()).isEqualTo(LetterState.ENTERED);
        assertThat(whole.leftOut()).containsExactly("…");
        assertThat(mailbox.body(whole.id())).hasSizeGreaterThan(5_000);
    }

    @Test
    void nobodyWritesMoreInAnHourThanAPersonDoes() {
        for (int each = 0; each <= Answers.MOST_AN_HOUR; each++) {
            String sender = each % 2 == 0 ? VERA : "Vera@example.net";
            letter(sender, "many" + each, "<shop." + mark + "@example.org>", "Ещё");
        }
        until(() -> mailbox.aside().stream().anyMatch(letter -> letter.state() == LetterState.TOO_MANY));
    }

    @Test
    void aWrongPasswordIsToldUntilItIsRight() {
        assertThat(mailbox.test(Actor.program(), account("wrong"), "wrong")
                        .orElseThrow()
                        .code())
                .isEqualTo(MailTrouble.Code.AUTH);
        assertThat(mailbox.test(Actor.program(), account("secret"), "secret")).isEmpty();
        var elsewhere = new BoxAccount(
                "127.0.0.1",
                server.getImap().getPort(),
                Security.NONE,
                "shop",
                "",
                "Nowhere",
                "shop@example.org",
                true);
        assertThat(mailbox.test(Actor.program(), elsewhere, "secret")
                        .orElseThrow()
                        .code())
                .isEqualTo(MailTrouble.Code.NO_FOLDER);

        mailbox.change(Actor.program(), account("wrong"), "wrong");
        until(() -> mailbox.stopped().isPresent());
        assertThat(mailbox.stopped().orElseThrow().trouble().code()).isEqualTo(MailTrouble.Code.AUTH);
        mailbox.change(Actor.program(), account("secret"), "secret");
        answer("right", "Снова на связи");

        assertThat(next()).isEqualTo("Снова на связи");
        assertThat(mailbox.stopped()).isEmpty();
    }

    /** The new server numbers its letters anew. */
    @Test
    void aServerThatWentAwayIsFoundAgain() {
        int port = server.getImap().getPort();
        server.stop();
        until(() -> mailbox.stopped().isPresent());
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        starts();
        answer("back", "Вернулись");

        assertThat(next()).isEqualTo("Вернулись");
    }
}

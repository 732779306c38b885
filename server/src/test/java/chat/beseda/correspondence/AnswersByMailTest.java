package chat.beseda.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.cluster.LocalBus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.files.Attachment;
import chat.beseda.files.Attachments;
import chat.beseda.files.FileKind;
import chat.beseda.files.FileRules;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.MailTrouble;
import chat.beseda.mailbox.BoxAccount;
import chat.beseda.mailbox.LetterIn;
import chat.beseda.mailbox.LetterState;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.time.SystemTimers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a letter in a mailbox to the message in its conversation, with a mail server of the test's own. */
class AnswersByMailTest {
    private static final String VERA = "vera@example.net";
    /** Several tries have it: the machine of a test may be busy. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    private final Clock clock = Clock.systemUTC();
    private final IdSource ids = new IdSource(clock);
    private final LocalBus bus = new LocalBus();
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final RandomTokens tokens = new RandomTokens();
    private final Conversations conversations = new Conversations(house.database(), bus, ids, clock);
    private GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
    private SystemTimers timers = new SystemTimers();
    private GreenMailUser box;
    private Mail mail;
    private Mailbox mailbox;
    private Visitor visitor;
    private Conversation conversation;
    private String mark;

    @TempDir
    private Path files;

    @BeforeEach
    void start() {
        starts();
        house.setUp();
        visitor = new Visitors(house.database(), bus, ids, clock)
                .recognise(house.people().sites().all().getFirst().id(), null, null, true)
                .visitor();
        bus.subscribe(ConversationChanged.class, news -> news.events().forEach(this::heard));
        Page page = new Page("https://shop.example/", "Shop", "");
        conversations.postByVisitor(visitor, new ClientId(tokens.name()), "Есть чай?", page);
        assertThat(next()).isEqualTo("Есть чай?");
        conversation = conversations.open(1).getFirst();
        open();
        mark = mail.marks().of(conversation.id().value(), VERA);
        mailbox.change(Actor.program(), account("secret"), "secret");
        // A mailbox is read from when it was first opened.
        until(() -> mailbox.readAt().isPresent());
    }

    @AfterEach
    void stop() {
        timers.close();
        server.stop();
        house.close();
    }

    private void starts() {
        box = server.setUser("shop@example.org", "shop", "secret");
        server.start();
    }

    /** As after a start of the program. */
    private void open() {
        mail = new Mail(house.database(), ids, house.people().audit(), timers, clock);
        mailbox = new Mailbox(house.database(), ids, house.people().audit(), mail, timers, clock);
        var kept = new AnswerFiles(
                new Attachments(house.database(), files, clock),
                site -> new FileRules(true, 1, Set.of(FileKind.IMAGE)));
        mailbox.keep(new Answers(
                mail.marks(),
                conversations,
                new Visitors(house.database(), bus, ids, clock),
                new Bans(house.database(), bus, ids, house.people().audit(), clock),
                kept,
                mailbox::enteredLately));
    }

    private BoxAccount account(String password) {
        return new BoxAccount(
                "127.0.0.1",
                server.getImap().getPort(),
                Security.NONE,
                "shop",
                password,
                "INBOX",
                "shop@example.org",
                true);
    }

    private void heard(Event event) {
        if (event.author() instanceof Author.OfVisitor && event.body() instanceof EventBody.Message message) {
            said.add(message.text());
        }
    }

    private String next() {
        try {
            return String.valueOf(said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private void until(BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void letter(String from, String id, String answered, String words) {
        deliver("""
                From: %s
                To: shop@example.org
                Message-ID: <%s@mail.example.net>
                In-Reply-To: %s
                Subject: Re: Чай
                Content-Type: text/plain; charset=utf-8

                %s

                On 3 Feb 2026 at 12:05, Shop <shop@example.org> wrote:
                > Чай есть.
                """.formatted(from, id, answered, words));
    }

    private void deliver(String source) {
        try {
            byte[] bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    private void answer(String id, String words) {
        letter(VERA, id, "<shop." + mark + "@example.org>", words);
    }

    private List<EventBody.Message> messages(Conversation of) {
        return conversations.events(of.id(), Stream.PUBLIC, 0, 1000).stream()
                .map(Event::body)
                .filter(EventBody.Message.class::isInstance)
                .map(EventBody.Message.class::cast)
                .toList();
    }

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

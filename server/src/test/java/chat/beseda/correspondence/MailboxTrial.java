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
import chat.beseda.files.Attachments;
import chat.beseda.files.FileKind;
import chat.beseda.files.FileRules;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mailbox.BoxAccount;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.time.SystemTimers;
import chat.beseda.unseen.ReturnedLetters;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
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
import org.junit.jupiter.api.io.TempDir;

/** Conversations and a mailbox on a mail server of the test's own. */
abstract class MailboxTrial {
    static final String VERA = "vera@example.net";
    static final Duration PATIENCE = Duration.ofMinutes(1);

    final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    final Clock clock = Clock.systemUTC();
    final IdSource ids = new IdSource(clock);
    final LocalBus bus = new LocalBus();
    final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    final RandomTokens tokens = new RandomTokens();
    final Conversations conversations = new Conversations(house.database(), bus, ids, clock);
    GreenMail server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
    SystemTimers timers = new SystemTimers();
    GreenMailUser box;
    Mail mail;
    Mailbox mailbox;
    Visitor visitor;
    Conversation conversation;
    String mark;

    @TempDir
    Path files;

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

    final void starts() {
        box = server.setUser("shop@example.org", "shop", "secret");
        server.start();
    }

    /** As after a start of the program. */
    final void open() {
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
                new ReturnedLetters(house.database(), conversations, mail, clock),
                kept,
                mailbox::enteredLately));
    }

    BoxAccount account(String password) {
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

    void heard(Event event) {
        if (event.author() instanceof Author.OfVisitor && event.body() instanceof EventBody.Message message) {
            said.add(message.text());
        }
    }

    String next() {
        try {
            return String.valueOf(said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    void until(BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    void letter(String from, String id, String answered, String words) {
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

    void deliver(String source) {
        try {
            byte[] bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    void answer(String id, String words) {
        letter(VERA, id, "<shop." + mark + "@example.org>", words);
    }

    List<EventBody.Message> messages(Conversation of) {
        return conversations.events(of.id(), Stream.PUBLIC, 0, 1000).stream()
                .map(Event::body)
                .filter(EventBody.Message.class::isInstance)
                .map(EventBody.Message.class::cast)
                .toList();
    }
}

package chat.beseda.letters;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.Words;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestEngine;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TranscriptLettersTest {
    private static final String ZONE = "Asia/Yekaterinburg";

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    private final RandomTokens tokens = new RandomTokens();
    private Conversations conversations;
    private Transcripts transcripts;
    private Mail mail;
    private Site site;
    private OperatorId anna;
    private Visitor visitor;

    @BeforeEach
    void start() {
        server.start();
        var made = house.setUp();
        site = house.people().sites().all().getFirst();
        anna = made.administrator().id();
        var ids = new IdSource(house.clock);
        var bus = new RecordingBus();
        conversations = new Conversations(house.database(), bus, ids, house.clock);
        visitor = new Visitors(house.database(), bus, ids, house.clock)
                .recognise(site.id(), null, null, true)
                .visitor();
        transcripts = new Transcripts(house.database(), house.clock);
        mail = new Mail(house.database(), ids, house.people().audit(), house.timers, house.clock);
        mail.keep();
        new TranscriptLetters(
                        house.database(),
                        transcripts,
                        conversations,
                        house.people().sites(),
                        (operator, language) -> operator.equals(anna) ? "Анна" : "",
                        mail)
                .keep(house.timers);
    }

    @AfterEach
    void stop() {
        server.stop();
        house.close();
    }

    private void mailIsSetUp() {
        var account = new MailAccount(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailAccount.Security.NONE,
                "",
                "",
                "shop@example.org",
                "Ромашка");
        mail.change(Actor.program(), account, null);
    }

    private Conversation asked(String words) {
        Posted posted = conversations.postByVisitor(
                visitor, new ClientId(tokens.name()), words, new Page("https://shop.example/", "Shop", ""));
        assertThat(posted).isInstanceOf(Posted.Stored.class);
        return conversations.open(1).getFirst();
    }

    private void answered(Conversation conversation, Words words) {
        conversations.take(anna, conversation.id(), conversation.facts().version());
        int version =
                conversations.byId(conversation.id()).orElseThrow().facts().version();
        conversations.postByOperator(
                anna,
                conversation.id(),
                version,
                new ClientId(tokens.name()),
                new Conversations.Saying(words, List.of()));
    }

    private void ended(Conversation conversation) {
        conversations.endByVisitor(visitor.id(), conversation.id());
    }

    private void look() {
        house.timers.advance(Duration.ofSeconds(40));
    }

    private Document html(MimeMessage letter) throws Exception {
        return Jsoup.parse(
                (String) ((MimeMultipart) letter.getContent()).getBodyPart(1).getContent());
    }

    @Test
    void theConversationArrivesAsItWasSaid() throws Exception {
        mailIsSetUp();
        Conversation conversation = asked("Есть <b>пила</b>?\nСрочно");
        var bold = new TextRun("Есть", List.of(new TextMark.Bold(), new TextMark.Colour(TextColour.RED)));
        var link = new TextRun("тут", List.of(new TextMark.Link("https://shop.example/saw")));
        answered(
                conversation,
                new Words.Formatted(new TextDocument(List.of(new TextBlock.Paragraph(List.of(bold, link))))));
        ended(conversation);
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        look();

        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).startsWith("Ваш диалог с Shop, ");
        Document html = html(letter);
        assertThat(html.text()).contains("Вы ·", "Есть <b>пила</b>?", "Анна ·");
        assertThat(html.select("b").eachText()).containsExactly("Вы", "Анна");
        assertThat(html.select("strong span.colour-red").text()).isEqualTo("Есть");
        assertThat(html.select("a[href=https://shop.example/saw]").text()).isEqualTo("тут");
        String text =
                (String) ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent();
        assertThat(text).contains("Вы, ", "Есть <b>пила</b>?", "Срочно", "Анна, ");
        look();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(transcripts.waiting(10)).isEmpty();
    }

    @Test
    void itIsSentWhenTheConversationIsOver() {
        mailIsSetUp();
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        look();
        assertThat(server.getReceivedMessages()).isEmpty();
        ended(conversation);
        look();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whoAskedInAConversationThatNobodyEndsGetsItTheNextDay() {
        mailIsSetUp();
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        house.timers.advance(Transcripts.OPEN_FOR.plusMinutes(1));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wishesWaitForMailToBeSetUp() throws Exception {
        Conversation conversation = asked("Чи є пилка?");
        answered(conversation, new Words.Plain("Є"));
        ended(conversation);
        transcripts.ask(conversation.id(), "vera@example.net", "uk", "");
        house.timers.advance(Duration.ofHours(5));
        assertThat(transcripts.waiting(10)).hasSize(1);
        mailIsSetUp();
        look();

        assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("Ваш діалог із Shop, ");
        assertThat(html(server.getReceivedMessages()[0]).select("html").attr("lang"))
                .isEqualTo("uk");
    }

    /** A letter with nobody's words but theirs is what somebody would send to a stranger. */
    @Test
    void whatNobodyAnsweredIsSentToNobody() {
        mailIsSetUp();
        Conversation conversation = asked("Купите слона!");
        ended(conversation);
        transcripts.ask(conversation.id(), "stranger@example.net", "ru", ZONE);
        look();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(transcripts.waiting(10)).isEmpty();
    }

    @Test
    void theSameIsNotSentAgainAndAgain() {
        mailIsSetUp();
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        ended(conversation);
        for (int again = 0; again < 5; again++) {
            transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
            look();
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        for (int box = 0; box < 5; box++) {
            transcripts.ask(conversation.id(), "box" + box + "@example.net", "ru", ZONE);
            look();
        }
        assertThat(server.getReceivedMessages()).hasSize(3);
        house.timers.advance(Duration.ofHours(25));
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        look();
        assertThat(server.getReceivedMessages()).hasSize(4);
    }

    @Test
    void whatCannotBeSentStandsInNobodysWay() {
        mailIsSetUp();
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        ended(conversation);
        house.database()
                .write(transaction -> transaction
                        .handle()
                        .execute(
                                """
                INSERT INTO transcript_wish (conversation_id, email, language, zone, asked_at) VALUES (?, 'a..b@c', 'ru', '', 1)
                """.replace("1)", house.clock.millis() - 1 + ")"),
                                conversation.id().value()));
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        look();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(transcripts.waiting(10)).isEmpty();
    }

    @Test
    void aLetterEndsSomewhere() throws Exception {
        mailIsSetUp();
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        for (int each = 0; each < 100; each++) {
            asked("&".repeat(4_000));
        }
        ended(conversation);
        transcripts.ask(conversation.id(), "vera@example.net", "ru", ZONE);
        look();
        assertThat(html(server.getReceivedMessages()[0]).text()).contains("Дальше не поместилось");
        assertThat(server.getReceivedMessages()[0].getSize()).isLessThan(3_500_000);
    }
}

package chat.beseda.letters;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.events.ClientId;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.Words;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount;
import chat.beseda.mail.ReplyBox;
import chat.beseda.mail.ReplyMarks;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestEngine;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an answer that nobody saw to the letter at a mail server of the test's own. */
class AnswerLettersTest {
    private static final String VERA = "vera@example.net";

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    private final RandomTokens tokens = new RandomTokens();
    private Conversations conversations;
    private UnseenAnswers unseen;
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
        var visitors = new Visitors(house.database(), bus, ids, house.clock);
        visitor = visitors.recognise(site.id(), null, null, true).visitor();
        visitors.changeContacts(visitor.id(), "Вера", VERA, "");
        var audit = house.people().audit();
        mail = new Mail(house.database(), ids, audit, house.timers, house.clock);
        mail.keep();
        var bans = new Bans(house.database(), bus, ids, audit, house.clock);
        unseen = new UnseenAnswers(
                house.database(), conversations, visitors, id -> false, bans, mail, audit, house.clock);
    }

    @AfterEach
    void stop() {
        server.stop();
        house.close();
    }

    private void lettersGoOut(@Nullable URI publicUrl) {
        var account = new MailAccount(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailAccount.Security.NONE,
                "",
                "",
                "shop@example.org",
                "Ромашка");
        mail.change(Actor.program(), account, null);
        new AnswerLetters(
                        house.database(),
                        unseen,
                        house.people().sites(),
                        (operator, language) -> operator.equals(anna) ? "Анна" : "",
                        mail,
                        publicUrl)
                .keep(house.timers);
    }

    private Conversation asked(String words) {
        conversations.postByVisitor(visitor, new Opening(null, "ru", null), new ClientId(tokens.name()), words);
        Conversation asked = conversations.open(1).getFirst();
        conversations.take(anna, asked.id(), asked.facts().version());
        return asked;
    }

    private void answered(Conversation conversation, Words words) {
        int version =
                conversations.byId(conversation.id()).orElseThrow().facts().version();
        var saying = new Conversations.Saying(words, List.of());
        conversations.postByOperator(anna, conversation.id(), version, new ClientId(tokens.name()), saying);
    }

    private void tenMinutesPass() {
        house.timers.advance(Duration.ofMinutes(10));
    }

    private static MimeMultipart parts(MimeMessage letter) throws Exception {
        return (MimeMultipart) letter.getContent();
    }

    private static Document html(MimeMessage letter) throws Exception {
        return Jsoup.parse((String) parts(letter).getBodyPart(1).getContent());
    }

    @Test
    void anAnswerThatNobodySawArrivesWithItsQuestionAndItsLook() throws Exception {
        lettersGoOut(URI.create("https://chat.example"));
        mail.awaitAnswers(new ReplyBox("box@example.org", true));
        Conversation conversation = asked("Есть <b>пила</b>?");
        var bold = new TextRun("Есть", List.of(new TextMark.Bold()));
        answered(conversation, new Words.Formatted(new TextDocument(List.of(new TextBlock.Paragraph(List.of(bold))))));
        answered(conversation, new Words.Plain("Приезжайте"));
        tenMinutesPass();

        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(letter.getSubject()).isEqualTo("Ответ на ваш вопрос: Shop");
        assertThat(letter.getAllRecipients()[0]).hasToString(VERA);
        assertThat(html(letter).text()).contains("Есть <b>пила</b>?", "Приезжайте", "ответьте на это письмо");
        assertThat(html(letter).select("strong").text()).isEqualTo("Есть");
        assertThat(html(letter).select("b").eachText()).containsExactly("Вы", "Анна", "Анна");
        String plain = (String) parts(letter).getBodyPart(0).getContent();
        assertThat(plain).contains("Есть <b>пила</b>?", "Приезжайте", "https://chat.example/stop/");
    }

    @Test
    void itsAnswerIsKnownAndItCanBeStopped() throws Exception {
        lettersGoOut(URI.create("https://chat.example"));
        mail.awaitAnswers(new ReplyBox("box@example.org", true));
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        tenMinutesPass();

        MimeMessage letter = server.getReceivedMessages()[0];
        List<String> carriers = Arrays.asList(letter.getMessageID(), letter.getReplyTo()[0].toString());
        for (String carrier : carriers) {
            assertThat(mail.marks().judge(List.of(carrier), VERA))
                    .contains(new ReplyMarks.Judged.True(conversation.id().value()));
        }
        String stop = letter.getHeader("List-Unsubscribe")[0];
        assertThat(stop).matches("<https://chat\\.example/stop/[\\w-]{22}>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String token = stop.substring(stop.lastIndexOf('/') + 1, stop.length() - 1);
        assertThat(html(letter).select("a[href=https://chat.example/stop/" + token + "]"))
                .hasSize(1);
        assertThat(html(letter).select("a[href=https://chat.example/thread/" + token + "]"))
                .hasSize(1);
    }

    @Test
    void whereNobodySaidWhereThePagesAreTheLetterLeadsToNone() throws Exception {
        lettersGoOut(null);
        answered(asked("Есть пила?"), new Words.Plain("Есть"));
        tenMinutesPass();
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
        assertThat(html(letter).select("a")).isEmpty();
    }

    @Test
    void aLongQuestionIsCutBecauseTheAddressMayBeAStrangers() throws Exception {
        lettersGoOut(null);
        answered(asked("купи ".repeat(500)), new Words.Plain("Нет"));
        tenMinutesPass();
        String text = html(server.getReceivedMessages()[0]).text();
        assertThat(text).contains("купи").contains("…").hasSizeLessThan(1_000);
    }

    @Test
    void addressesOfPagesAreLinksInAnswersAndNeverInWhatTheVisitorSaid() throws Exception {
        lettersGoOut(null);
        answered(asked("https://bad.example/?"), new Words.Plain("Вот:\nhttps://shop.example/saw"));
        tenMinutesPass();
        Document html = html(server.getReceivedMessages()[0]);
        assertThat(html.select("a").eachAttr("href")).containsExactly("https://shop.example/saw");
        assertThat(html.text()).contains("https://bad.example/?");
    }

    @Test
    void nothingIsLostWhileNoLettersGoOut() {
        Conversation conversation = asked("Есть пила?");
        answered(conversation, new Words.Plain("Есть"));
        house.timers.advance(Duration.ofHours(1));
        lettersGoOut(null);
        tenMinutesPass();
        assertThat(server.getReceivedMessages()).hasSize(1);
        tenMinutesPass();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }
}

package chat.beseda.unseen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.forms.InvalidFields;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.transcripts.TranscriptWish;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link UnseenAnswers} promise on every engine. */
abstract class UnseenAnswersContract {
    private static final String VERA = "Vera@example.net";

    private final TestHouse house;
    private final Set<VisitorId> present = new HashSet<>();
    private final OperatorId anna;
    private final Bans bans;
    private final Audit audit;
    private final Mail mail;
    private UnseenAnswers unseen;

    UnseenAnswersContract(TestEngine engine) {
        house = new TestHouse(engine);
        var ids = new IdSource(house.clock);
        audit = new Audit(house.database, ids, house.clock);
        anna = house.anOperator();
        bans = new Bans(house.database, house.bus, ids, audit, house.clock);
        mail = new Mail(house.database, ids, audit, new ManualTimers(house.clock), house.clock);
    }

    @BeforeEach
    void start() {
        unseen = again();
        house.clock.advance(UnseenAnswers.RECONNECTING);
    }

    private UnseenAnswers again() {
        return new UnseenAnswers(
                house.database, house.conversations, house.visitors, present::contains, bans, mail, audit, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Conversation aConversationWith(String email) {
        Visitor visitor = house.aVisitor();
        house.visitors.changeContacts(visitor.id(), "", email, "");
        Conversation asked = house.aConversation(visitor);
        house.conversations.take(anna, asked.id(), asked.facts().version());
        return now(asked.id());
    }

    private Conversation now(ConversationId id) {
        return house.conversations.byId(id).orElseThrow();
    }

    private void answer(Conversation conversation, String text) {
        int version = now(conversation.id()).facts().version();
        house.conversations.postByOperator(anna, conversation.id(), version, house.aClientId(), text);
    }

    private boolean settled(UnseenLetter letter) {
        return house.database.write(tx -> unseen.settle(tx, letter));
    }

    private static List<String> texts(UnseenLetter letter) {
        return letter.answers().stream()
                .map(Event::body)
                .map(EventBody.Message.class::cast)
                .map(EventBody.Message::text)
                .toList();
    }

    private void fiveMinutesPass() {
        house.clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void allThatTheVisitorHasNotSeenGoesInOneLetterAndNeverAgain() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        house.clock.advance(Duration.ofMinutes(4));
        answer(about, "Blue and green.");
        assertThat(unseen.due()).isEmpty();
        house.clock.advance(Duration.ofMinutes(1));

        UnseenLetter letter = unseen.due().getFirst();
        assertThat(letter.to()).isEqualTo(VERA);
        assertThat(texts(letter)).containsExactly("Yes.", "Blue and green.");
        assertThat(letter.question().map(Event::body)).contains(new EventBody.Message("Is the blue kettle in stock?"));
        assertThat(settled(letter)).isTrue();
        assertThat(settled(letter)).isFalse();
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();

        answer(about, "Are you there?");
        fiveMinutesPass();
        assertThat(unseen.due())
                .singleElement()
                .satisfies(next -> assertThat(texts(next)).containsExactly("Are you there?"));
    }

    @Test
    void operatorsAreToldWhichAnswersWent() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        UnseenLetter letter = unseen.due().getFirst();
        settled(letter);
        assertThat(house.conversations.events(about.id(), Stream.INTERNAL, 0, 10))
                .extracting(Event::body)
                .contains(new EventBody.Mailed(VERA, letter.first(), letter.last()));
    }

    @Test
    void whatIsSeenInTimeIsNotSent() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        house.conversations.seen(about.id(), Side.VISITOR, 100);
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
    }

    @Test
    void whatIsSeenWhileTheLetterIsWrittenIsNotSent() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        UnseenLetter letter = unseen.due().getFirst();
        house.conversations.seen(about.id(), Side.VISITOR, 100);
        assertThat(settled(letter)).isFalse();
    }

    @Test
    void whoeverIsOnTheSiteIsNotWrittenTo() {
        Conversation about = aConversationWith(VERA);
        present.add(about.facts().visitor());
        answer(about, "Yes.");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
        present.clear();
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void withoutAnAddressThereIsNoLetter() {
        Conversation about = aConversationWith("");
        Conversation other = aConversationWith("вера@пример.рф");
        answer(about, "Yes.");
        answer(other, "Yes.");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
    }

    @Test
    void notesAndTheVisitorsOwnWordsAreNeverSent() {
        Conversation about = aConversationWith(VERA);
        house.conversations.note(anna, about.id(), house.aClientId(), "He is a difficult one.");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
    }

    @Test
    void aBannedVisitorIsNotWrittenTo() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        Visitor visitor = house.visitors.byId(about.facts().visitor()).orElseThrow();
        bans.ban(Actor.program(), anna, visitor, null, null, "");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
    }

    @Test
    void whatEndedIsToldOfToo() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        house.conversations.close(anna, about.id(), now(about.id()).facts().version());
        fiveMinutesPass();
        UnseenLetter letter = unseen.due().getFirst();
        assertThat(texts(letter)).containsExactly("Yes.");
        assertThat(settled(letter)).isTrue();
        assertThat(unseen.due()).isEmpty();
        assertThat(now(about.id())).isInstanceOf(Conversation.Closed.class);
    }

    @Test
    void whatACopyOfTheConversationHoldsIsNotSentAgain() {
        var transcripts = new Transcripts(house.database, house.clock);
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        house.conversations.close(anna, about.id(), now(about.id()).facts().version());
        transcripts.ask(about.id(), VERA, "en", "");
        fiveMinutesPass();
        assertThat(unseen.due()).as("the copy is on its way").isEmpty();
        TranscriptWish wish = transcripts.waiting(1).getFirst();
        house.database.write(tx -> transcripts.settle(tx, wish));
        assertThat(unseen.due()).isEmpty();
    }

    @Test
    void theCompanySaysWhetherAndWhen() {
        assertThat(unseen.mailing()).isEqualTo(new Mailing(true, 5));
        unseen.change(Actor.program(), new Mailing(true, 60));
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
        house.clock.advance(Duration.ofMinutes(55));
        assertThat(unseen.due()).hasSize(1);
        unseen.change(Actor.program(), new Mailing(false, 60));
        assertThat(unseen.due()).isEmpty();
        assertThat(again().mailing()).isEqualTo(new Mailing(false, 60));
        for (int minutes : new int[] {0, 1_441}) {
            assertThatThrownBy(() -> unseen.change(Actor.program(), new Mailing(true, minutes)))
                    .isInstanceOf(InvalidFields.class);
        }
    }

    @Test
    void whoeverStoppedLettersGetsNoneUntilHeWantsThemAgain() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        UnseenLetter first = unseen.due().getFirst();
        settled(first);
        assertThat(unseen.ofToken("nobody's")).isEmpty();
        UnseenAnswers.Known known = unseen.ofToken(first.token()).orElseThrow();
        assertThat(known.email()).isEqualTo("vera@example.net");
        assertThat(known.conversation().id()).isEqualTo(about.id());

        unseen.stop(known, true);
        unseen.stop(known, true);
        assertThat(unseen.isStopped(known)).isTrue();
        answer(about, "Still there?");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
        unseen.stop(known, false);
        assertThat(unseen.isStopped(known)).isFalse();
        assertThat(unseen.due()).hasSize(1);
    }

    private List<EventBody.Returned> returned(Conversation about) {
        return house.conversations.events(about.id(), Stream.INTERNAL, 0, 100).stream()
                .map(Event::body)
                .filter(EventBody.Returned.class::isInstance)
                .map(EventBody.Returned.class::cast)
                .toList();
    }

    private ReturnedLetters returns() {
        return new ReturnedLetters(house.database, house.conversations, mail, house.clock);
    }

    private Visitor visitorOf(Conversation about) {
        return house.visitors.byId(about.facts().visitor()).orElseThrow();
    }

    private void lettersGoOut() {
        var account = new MailAccount("127.0.0.1", 25, MailAccount.Security.NONE, "", "", "shop@example.org", "Shop");
        mail.change(Actor.program(), account, null);
    }

    @Test
    void anAddressThatLettersComeBackFromGetsNoneUntilSomebodySaysSo() {
        lettersGoOut();
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        UnseenLetter letter = unseen.due().getFirst();
        returns().note(about.id(), VERA, "<nobody-kept@example.org>", "smtp; 550 5.1.1 No such user");
        returns().note(about.id(), VERA, "<nobody-kept@example.org>", "smtp; 550 5.1.1 No such user");

        assertThat(returned(about))
                .containsExactly(new EventBody.Returned("vera@example.net", "550 5.1.1 No such user"));
        assertThat(settled(letter)).isFalse();
        assertThat(unseen.due()).isEmpty();
        assertThat(unseen.wayTo(visitorOf(about))).contains(new UnseenAnswers.Way(VERA, 5, false, true));

        unseen.tryAgain(visitorOf(about));
        assertThat(unseen.wayTo(visitorOf(about))).contains(new UnseenAnswers.Way(VERA, 5, false, false));
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void anotherAddressAndAnotherSiteAreWrittenToAllTheSame() {
        lettersGoOut();
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        returns().note(about.id(), VERA, "", "");
        house.visitors.changeContacts(about.facts().visitor(), "", "vera@example.org", "");

        assertThat(unseen.due())
                .singleElement()
                .satisfies(next -> assertThat(next.to()).isEqualTo("vera@example.org"));
        assertThat(returned(about)).containsExactly(new EventBody.Returned("vera@example.net", ""));
    }

    @Test
    void whoeverWantsLettersAgainByALinkGetsThemAgain() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        UnseenLetter first = unseen.due().getFirst();
        settled(first);
        answer(about, "Still there?");
        fiveMinutesPass();
        returns().note(about.id(), VERA, "", "");
        assertThat(unseen.due()).isEmpty();

        unseen.stop(unseen.ofToken(first.token()).orElseThrow(), false);
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void anAddressThatMayBeAStrangersGetsSoManyADay() {
        Conversation about = aConversationWith(VERA);
        for (int letter = 0; letter < UnseenAnswers.MOST_TO_AN_ADDRESS; letter++) {
            answer(about, "No. " + letter);
            fiveMinutesPass();
            assertThat(settled(unseen.due().getFirst())).isTrue();
        }
        answer(about, "One more");
        fiveMinutesPass();
        assertThat(unseen.due()).isEmpty();
        house.clock.advance(Duration.ofDays(1));
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void afterAStartVisitorsHaveTimeToComeBack() {
        Conversation about = aConversationWith(VERA);
        answer(about, "Yes.");
        fiveMinutesPass();
        unseen = again();
        assertThat(unseen.due()).isEmpty();
        house.clock.advance(UnseenAnswers.RECONNECTING);
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void thereIsAWayToAVisitorOnlyWhileLettersGoOut() {
        Conversation about = aConversationWith(VERA);
        Visitor visitor = house.visitors.byId(about.facts().visitor()).orElseThrow();
        assertThat(unseen.wayTo(visitor)).isEqualTo(Optional.empty());
    }
}

package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.Words;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promise about words on every engine. */
abstract class PostingContract extends HouseContract {
    PostingContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void theFirstWordsOpenAConversation() {
        Visitor visitor = house.aVisitor();
        ClientId cid = house.aClientId();

        var stored = stored(conversations.postByVisitor(visitor, cid, "Hello!\r\n\tIs 😀 there?", house.aPage()));

        long now = house.clock.millis();
        var author = new Author.OfVisitor();
        var message = new EventBody.Message("Hello!\n\tIs 😀 there?");
        var opened = new Event(Stream.PUBLIC, 1, now, author, null, new EventBody.Opened(house.aPage()));
        var said = new Event(Stream.PUBLIC, 2, now, author, cid, message);
        var facts = new Facts(
                stored.conversation(),
                stored.key(),
                visitor.site(),
                null,
                now,
                Set.of(),
                visitor.id(),
                "",
                false,
                0,
                now,
                now,
                2,
                0,
                0,
                0,
                new Preview(author, message.text(), now));
        assertThat(stored.event()).isEqualTo(said);
        assertThat(stored.dup()).isFalse();
        assertThat(stored.key()).matches("[A-Za-z0-9_-]{22}");
        assertThat(conversations.byId(stored.conversation())).contains(new Waiting(facts));
        assertThat(conversations.events(stored.conversation(), Stream.PUBLIC, 0, 10))
                .containsExactly(opened, said);
    }

    @Test
    void theNextWordsGoIntoTheOpenOne() {
        Visitor visitor = house.aVisitor();
        Waiting first = house.aConversation(visitor);
        house.clock.advance(Duration.ofSeconds(5));

        var next = stored(conversations.postByVisitor(visitor, house.aClientId(), "And the red one?", null));

        assertThat(next.conversation()).isEqualTo(first.id());
        assertThat(next.event().seq()).isEqualTo(3);
        Facts facts = now(first).facts();
        assertThat(facts.waitingSince()).isEqualTo(first.facts().openedAt());
        assertThat(facts.preview())
                .isEqualTo(new Preview(new Author.OfVisitor(), "And the red one?", house.clock.millis()));
    }

    @Test
    void whatIsKnownAtTheOpeningStays() {
        var department = new DepartmentId(7);
        var opening = new Opening(house.aPage(), "uk-UA", department);

        var opened = stored(conversations.postByVisitor(house.aVisitor(), opening, house.aClientId(), "Добрий день!"));

        Facts facts = conversations.byId(opened.conversation()).orElseThrow().facts();
        assertThat(facts.language()).isEqualTo("uk");
        assertThat(facts.department()).isEqualTo(department);
        assertThat(new Opening(null, "no language at all", null).language()).isEmpty();
    }

    @Test
    void anAnswerEndsTheWaiting() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        ClientId cid = house.aClientId();

        var answer = stored(answer(operator, active, cid, "Yes."));

        var author = new Author.OfOperator(operator);
        assertThat(answer.event())
                .isEqualTo(
                        new Event(Stream.PUBLIC, 4, house.clock.millis(), author, cid, new EventBody.Message("Yes.")));
        assertThat(now(active).facts().waitingSince()).isNull();
        assertThat(now(active).facts().preview()).isEqualTo(new Preview(author, "Yes.", house.clock.millis()));
    }

    @Test
    void anAnswerNamesTheMessageItAnswersAndSoDoesANote() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        ClientId cid = house.aClientId();

        var answer = stored(reply(operator, active, cid, 2));
        var note = stored(conversations.note(
                operator, active.id(), house.aClientId(), new EventBody.Note("Who is that?", 2L, List.of())));

        assertThat(answer.event().body()).isEqualTo(new EventBody.Message("That one.", null, null, List.of(), 2L));
        assertThat(note.event().body()).isEqualTo(new EventBody.Note("Who is that?", 2L, List.of()));
        assertThat(log(active, Stream.PUBLIC)).endsWith(answer.event());
        assertThat(stored(reply(operator, active, cid, 2)).dup()).isTrue();
    }

    @Test
    void onlyMessagesThatBothSidesSeeAreAnswered() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        stored(conversations.note(operator, active.id(), house.aClientId(), "Four of the other stream"));
        stored(conversations.note(operator, active.id(), house.aClientId(), "Five of it"));

        for (long other : new long[] {-1, 0, 1, 3, 4, 5, Long.MAX_VALUE}) {
            assertThat(reply(operator, active, house.aClientId(), other))
                    .as("reply to %d", other)
                    .isEqualTo(new Posted.Refused(new Refusal.ReplyUnknown()));
        }
        var corrections = new Corrections(house.database, house.bus, house.clock);
        long mine = stored(answer(operator, active, house.aClientId(), "Yes."))
                .event()
                .seq();
        done(corrections.delete(operator, active.id(), mine, Duration.ofHours(1)));
        assertThat(stored(reply(operator, active, house.aClientId(), mine)).dup())
                .isFalse();
    }

    private Posted reply(OperatorId operator, Active active, ClientId cid, long seq) {
        return conversations.postByOperator(
                operator,
                active.id(),
                active.facts().version(),
                cid,
                new Conversations.Saying(new Words.Plain("That one."), List.of(), seq, null));
    }

    @Test
    void aFormattedAnswerIsKeptWithTheTextMadeOfIt() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        var runs = List.of(new TextRun("Until ", List.of()), new TextRun("six", List.of(new TextMark.Bold())));
        var document = new TextDocument(List.of(new TextBlock.Item(TextList.BULLET, 0, runs)));

        var answer = stored(conversations.postByOperator(
                operator,
                active.id(),
                active.facts().version(),
                house.aClientId(),
                new Conversations.Saying(new Words.Formatted(document), List.of())));

        assertThat(answer.event().body()).isEqualTo(new EventBody.Message("• Until six", document));
        assertThat(log(active, Stream.PUBLIC)).endsWith(answer.event());
        assertThat(now(active).facts().preview())
                .isEqualTo(new Preview(new Author.OfOperator(operator), "• Until six", house.clock.millis()));
    }

    @Test
    void notesAreCountedApartAndAreNoPreview() {
        Waiting waiting = house.aConversation();
        var colleague = house.anOperator();

        var note = stored(conversations.note(colleague, waiting.id(), house.aClientId(), "He was here in May"));

        assertThat(note.event().stream()).isEqualTo(Stream.INTERNAL);
        assertThat(note.event().seq()).isEqualTo(1);
        assertThat(now(waiting).facts().publicTop()).isEqualTo(2);
        assertThat(now(waiting).facts().internalTop()).isEqualTo(1);
        assertThat(now(waiting).facts().preview()).isEqualTo(waiting.facts().preview());
        assertThat(log(waiting, Stream.INTERNAL)).containsExactly(note.event());
    }

    @Test
    void wordsSentAgainAreFoundAndNotStoredTwice() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        ClientId cid = house.aClientId();
        var first = stored(answer(operator, active, cid, "Yes."));
        house.bus.forget();

        var again = stored(answer(operator, active, cid, "Yes."));

        assertThat(again)
                .isEqualTo(new Posted.Stored(
                        active.id(), first.event(), true, active.facts().key()));
        assertThat(now(active).facts().publicTop()).isEqualTo(first.event().seq());
        assertThat(house.bus.news(Object.class)).isEmpty();
    }

    @Test
    void aVisitorsFirstWordsAreFoundInTheOpenAndInTheClosedConversation() {
        Visitor visitor = house.aVisitor();
        ClientId cid = house.aClientId();
        var first = stored(conversations.postByVisitor(visitor, cid, "Hello", null));

        var whileOpen = stored(conversations.postByVisitor(visitor, cid, "Hello", null));
        done(conversations.endByVisitor(visitor.id(), first.conversation()));
        var afterClosing = stored(conversations.postByVisitor(visitor, cid, "Hello", null));
        house.aConversation(visitor);
        var withAnotherOpen = stored(conversations.postByVisitor(visitor, cid, "Hello", null));

        assertThat(List.of(whileOpen, afterClosing, withAnotherOpen)).allSatisfy(again -> {
            assertThat(again.dup()).isTrue();
            assertThat(again.event()).isEqualTo(first.event());
            assertThat(again.conversation()).isEqualTo(first.conversation());
            assertThat(again.key()).isEqualTo(first.key());
        });
    }

    @Test
    void anAnswerSentAgainIsFoundAfterClosing() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        ClientId cid = house.aClientId();
        var first = stored(answer(operator, active, cid, "Yes."));
        close(operator, active);

        var again = stored(answer(operator, active, cid, "Yes."));

        assertThat(again.dup()).isTrue();
        assertThat(again.event()).isEqualTo(first.event());
    }

    @Test
    void aClientIdIsTheSendersOwn() {
        ClientId cid = house.aClientId();
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        Active other = house.aConversationOf(operator);

        var words = List.of(
                stored(conversations.postByVisitor(house.aVisitor(), cid, "one", null)),
                stored(conversations.postByVisitor(house.aVisitor(), cid, "two", null)),
                stored(answer(operator, active, cid, "three")),
                stored(answer(operator, other, cid, "four")),
                stored(conversations.note(house.anOperator(), active.id(), cid, "five")));

        assertThat(words).noneMatch(Posted.Stored::dup);
    }

    @Test
    void badWordsAreRefusedAndOpenNothing() {
        Visitor visitor = house.aVisitor();

        assertThat(refusal(conversations.postByVisitor(visitor, house.aClientId(), " \n", null)))
                .isEqualTo(new Refusal.MessageEmpty());
        assertThat(refusal(conversations.postByVisitor(visitor, house.aClientId(), "a".repeat(4_001), null)))
                .isEqualTo(new Refusal.MessageTooLong(4_000, 4_001));
        assertThat(refusal(conversations.note(house.anOperator(), new ConversationId(1), house.aClientId(), "\u0000a")))
                .isEqualTo(new Refusal.MessageInvalid("U+0000"));
        assertThat(conversations.history(List.of(visitor.id()), null, 10).conversations())
                .isEmpty();
    }

    @Test
    void onlyTheOwnerAnswersAndOnlyWithTheVersionOfHisOwnership() {
        var owner = house.anOperator();
        Active active = house.aConversationOf(owner);
        Waiting waiting = house.aConversation();

        assertThat(refusal(answer(house.anOperator(), active, house.aClientId(), "Mine!")))
                .isEqualTo(new Refusal.NotOwner(owner, 1));
        assertThat(refusal(conversations.postByOperator(owner, active.id(), 0, house.aClientId(), "Late")))
                .isEqualTo(new Refusal.NotOwner(owner, 1));
        assertThat(refusal(answer(owner, waiting, house.aClientId(), "Hello")))
                .isEqualTo(new Refusal.NotOwner(null, 0));
        assertThat(log(active, Stream.PUBLIC)).hasSize(3);
    }

    @Test
    void nothingIsAddedToAClosedConversationAndTheVisitorsNextWordsOpenAnother() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        Conversation closed = close(operator, active);
        Visitor visitor = house.visitors.byId(active.facts().visitor()).orElseThrow();

        assertThat(refusal(answer(operator, closed, house.aClientId(), "Bye")))
                .isEqualTo(new Refusal.ConversationClosed());
        assertThat(refusal(conversations.note(operator, closed.id(), house.aClientId(), "Rude")))
                .isEqualTo(new Refusal.ConversationClosed());
        assertThat(house.aConversation(visitor).id()).isNotEqualTo(closed.id());
        assertThat(now(closed)).isEqualTo(closed);
    }

    @Test
    void anUnknownConversationIsSaidToBeUnknown() {
        var nowhere = new ConversationId(1);

        assertThat(refusal(conversations.postByOperator(house.anOperator(), nowhere, 0, house.aClientId(), "Hm")))
                .isEqualTo(new Refusal.ConversationUnknown());
        assertThat(refusal(conversations.note(house.anOperator(), nowhere, house.aClientId(), "Hm")))
                .isEqualTo(new Refusal.ConversationUnknown());
    }

    @Test
    void aVisitorOpensTenConversationsAnHour() {
        Visitor visitor = house.aVisitor();
        for (int i = 0; i < 10; i++) {
            done(conversations.endByVisitor(
                    visitor.id(), house.aConversation(visitor).id()));
            house.clock.advance(Duration.ofMinutes(1));
        }
        ClientId cid = house.aClientId();

        assertThat(refusal(conversations.postByVisitor(visitor, cid, "Again", null)))
                .isEqualTo(new Refusal.Rate(Duration.ofMinutes(50)));
        house.clock.advance(Duration.ofMinutes(50));
        assertThat(stored(conversations.postByVisitor(visitor, cid, "Again", null))
                        .dup())
                .isFalse();
    }

    @Test
    void newsTellsTheConversationAsItIsWithWhatWasAdded() {
        Visitor visitor = house.aVisitor();
        house.bus.forget();

        Waiting waiting = house.aConversation(visitor);
        Conversation active = take(house.anOperator(), waiting);

        List<Event> log = log(waiting, Stream.PUBLIC);
        assertThat(house.bus.news(ConversationChanged.class))
                .containsExactly(
                        new ConversationChanged(waiting, log.subList(0, 2)),
                        new ConversationChanged(active, log.subList(2, 3)));
    }
}

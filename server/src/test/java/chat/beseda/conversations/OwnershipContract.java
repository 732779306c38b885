package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.Author;
import chat.beseda.events.ClosedBy;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promise about who has a conversation and how it ends, on every engine. */
abstract class OwnershipContract extends HouseContract {
    OwnershipContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void takingMakesAnOwnerAndTheNextVersion() {
        Waiting waiting = house.aConversation();
        var operator = house.anOperator();

        Conversation taken = take(operator, waiting);

        Facts facts = taken.facts();
        assertThat(taken).isEqualTo(new Active(facts, operator, house.clock.millis()));
        assertThat(facts.version()).isEqualTo(1);
        assertThat(facts.waitingSince()).isEqualTo(waiting.facts().waitingSince());
        assertThat(now(waiting)).isEqualTo(taken);
        assertThat(log(waiting, Stream.PUBLIC).getLast())
                .isEqualTo(new Event(
                        Stream.PUBLIC,
                        3,
                        house.clock.millis(),
                        new Author.OfOperator(operator),
                        null,
                        new EventBody.Joined(operator)));
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        Waiting waiting = house.aConversation();
        var first = house.anOperator();
        take(first, waiting);

        assertThat(refusal(conversations.take(house.anOperator(), waiting.id(), 0)))
                .isEqualTo(new Refusal.Taken(first));
    }

    @Test
    void takingTwiceIsTakingOnce() {
        Waiting waiting = house.aConversation();
        var operator = house.anOperator();
        Conversation taken = take(operator, waiting);

        assertThat(take(operator, waiting)).isEqualTo(taken);
        assertThat(now(waiting)).isEqualTo(taken);
    }

    @Test
    void anOrderOfAnEarlierTimeIsRefused() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        done(conversations.giveBack(operator, active.id(), 1));

        assertThat(refusal(conversations.take(operator, active.id(), 0))).isEqualTo(new Refusal.NotOwner(null, 2));
        assertThat(refusal(conversations.giveBack(operator, active.id(), 1))).isEqualTo(new Refusal.NotOwner(null, 2));
        assertThat(refusal(conversations.close(operator, active.id(), 1))).isEqualTo(new Refusal.NotOwner(null, 2));
    }

    @Test
    void whatIsGivenBackWaitsSinceWhenItWaited() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        house.clock.advance(Duration.ofMinutes(3));

        Conversation back = done(conversations.giveBack(operator, active.id(), 1));

        assertThat(back).isInstanceOf(Waiting.class);
        assertThat(back.facts().waitingSince()).isEqualTo(active.facts().waitingSince());
        assertThat(back.facts().version()).isEqualTo(2);
        assertThat(log(back, Stream.PUBLIC).getLast().body())
                .isEqualTo(new EventBody.Left(operator, EventBody.Left.Reason.GAVE_BACK));
        assertThat(take(house.anOperator(), back)).isInstanceOf(Active.class);
    }

    @Test
    void onlyTheOwnerGivesBackAndCloses() {
        var owner = house.anOperator();
        var other = house.anOperator();
        Active active = house.aConversationOf(owner);

        assertThat(refusal(conversations.giveBack(other, active.id(), 1))).isEqualTo(new Refusal.NotOwner(owner, 1));
        assertThat(refusal(conversations.close(other, active.id(), 1))).isEqualTo(new Refusal.NotOwner(owner, 1));
        assertThat(now(active)).isEqualTo(active);
    }

    @Test
    void closingKeepsWhoAnsweredAndWhen() {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        house.clock.advance(Duration.ofMinutes(3));

        Conversation closed = close(operator, active);

        assertThat(closed)
                .isEqualTo(new Closed(
                        closed.facts(), operator, active.takenAt(), house.clock.millis(), ClosedBy.OPERATOR));
        assertThat(now(active)).isEqualTo(closed);
        assertThat(log(active, Stream.PUBLIC).getLast().body()).isEqualTo(new EventBody.Closed(ClosedBy.OPERATOR));
        assertThat(close(operator, active)).isEqualTo(closed);
        assertThat(refusal(conversations.take(operator, active.id(), 2))).isEqualTo(new Refusal.ConversationClosed());
    }

    @Test
    void theVisitorEndsHisOwnInAnyState() {
        Waiting waiting = house.aConversation();
        Active active = house.aConversationOf(house.anOperator());

        Conversation unanswered =
                done(conversations.endByVisitor(waiting.facts().visitor(), waiting.id()));
        Conversation answered = done(conversations.endByVisitor(active.facts().visitor(), active.id()));

        assertThat(unanswered)
                .isEqualTo(new Closed(unanswered.facts(), null, null, house.clock.millis(), ClosedBy.VISITOR));
        assertThat(now(waiting)).isEqualTo(unanswered);
        assertThat(answered.owner()).isEqualTo(active.owner());
        assertThat(done(conversations.endByVisitor(waiting.facts().visitor(), waiting.id())))
                .isEqualTo(unanswered);
    }

    @Test
    void anothersConversationIsUnknownToAVisitor() {
        Waiting waiting = house.aConversation();
        var stranger = house.aVisitor().id();

        assertThat(refusal(conversations.endByVisitor(stranger, waiting.id())))
                .isEqualTo(new Refusal.ConversationUnknown());
        assertThat(conversations.byKey(stranger, waiting.facts().key())).isEmpty();
        assertThat(conversations.byKey(
                        waiting.facts().visitor(), waiting.facts().key()))
                .contains(waiting);
    }

    @Test
    void ordersForNothingAreRefused() {
        var nowhere = new ConversationId(1);
        var operator = house.anOperator();

        assertThat(refusal(conversations.take(operator, nowhere, 0))).isEqualTo(new Refusal.ConversationUnknown());
        assertThat(refusal(conversations.giveBack(operator, nowhere, 0))).isEqualTo(new Refusal.ConversationUnknown());
        assertThat(refusal(conversations.close(operator, nowhere, 0))).isEqualTo(new Refusal.ConversationUnknown());
    }

    @Test
    void marksOfWhatWasSeenGoForwardAndNotBeyondTheTop() {
        Waiting waiting = house.aConversation();
        house.bus.forget();

        conversations.seen(waiting.id(), Side.OPERATOR, 1);
        conversations.seen(waiting.id(), Side.OPERATOR, 99);
        conversations.seen(waiting.id(), Side.OPERATOR, 1);
        conversations.seen(waiting.id(), Side.VISITOR, 1);
        conversations.seen(new ConversationId(1), Side.VISITOR, 1);

        assertThat(now(waiting).facts().operatorSeen()).isEqualTo(2);
        assertThat(now(waiting).facts().visitorSeen()).isEqualTo(1);
        assertThat(house.bus.news(Object.class))
                .containsExactly(
                        new SeenChanged(waiting.id(), waiting.facts().visitor(), Side.OPERATOR, 1),
                        new SeenChanged(waiting.id(), waiting.facts().visitor(), Side.OPERATOR, 2),
                        new SeenChanged(waiting.id(), waiting.facts().visitor(), Side.VISITOR, 1));
    }
}

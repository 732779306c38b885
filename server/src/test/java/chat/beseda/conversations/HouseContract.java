package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A house for a class of tests, and words for what they do in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HouseContract {
    private final TestEngine engine;
    TestHouse house;
    Conversations conversations;

    HouseContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void openTheHouse() {
        house = new TestHouse(engine);
        conversations = house.conversations;
    }

    @AfterAll
    void closeTheHouse() {
        house.close();
    }

    static Posted.Stored stored(Posted posted) {
        assertThat(posted).isInstanceOf(Posted.Stored.class);
        return (Posted.Stored) posted;
    }

    static Refusal refusal(Posted posted) {
        assertThat(posted).isInstanceOf(Posted.Refused.class);
        return ((Posted.Refused) posted).refusal();
    }

    static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    static Conversation done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).now();
    }

    Conversation now(Conversation earlier) {
        return conversations.byId(earlier.id()).orElseThrow();
    }

    List<Event> log(Conversation conversation, Stream stream) {
        return conversations.events(conversation.id(), stream, 0, 10_000);
    }

    Posted answer(OperatorId owner, Conversation conversation, ClientId cid, String text) {
        return conversations.postByOperator(
                owner, conversation.id(), conversation.facts().version(), cid, text);
    }

    Conversation take(OperatorId operator, Conversation conversation) {
        return done(conversations.take(
                operator, conversation.id(), conversation.facts().version()));
    }

    Conversation close(OperatorId operator, Conversation conversation) {
        return done(conversations.close(
                operator, conversation.id(), conversation.facts().version()));
    }
}

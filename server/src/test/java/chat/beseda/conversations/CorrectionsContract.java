package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.Words;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Corrections} promise on every engine. */
abstract class CorrectionsContract extends HouseContract {
    private static final Duration HOUR = Duration.ofHours(1);

    private Corrections corrections;
    private OperatorId anna;
    private Conversation conversation;
    private long seq;

    CorrectionsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void annaAnswers() {
        corrections = new Corrections(house.database, house.bus, house.clock);
        anna = house.anOperator();
        conversation = house.aConversationOf(anna);
        seq = stored(answer(anna, conversation, house.aClientId(), "It costs 100"))
                .event()
                .seq();
        house.clock.advance(Duration.ofSeconds(5));
    }

    @Test
    void whoReadsTheLogReadsTheWordsOfNow() {
        Conversation now = done(edit("It costs 200"));

        var said = new EventBody.Message("It costs 200", null, house.clock.millis());
        assertThat(message().body()).isEqualTo(said);
        assertThat(log(conversation, Stream.PUBLIC).getLast().body()).isEqualTo(new EventBody.Changed(seq, said));
        assertThat(now.facts().publicTop()).isEqualTo(seq + 1);
        assertThat(now.facts().preview())
                .isEqualTo(new Preview(
                        new Author.OfOperator(anna), "It costs 200", message().at()));
        assertThat(now(conversation)).isEqualTo(now);
        assertThat(house.bus.news(ConversationChanged.class).getLast().events())
                .containsExactly(log(conversation, Stream.PUBLIC).getLast());
    }

    @Test
    void whatWasTakenBackIsNowhereInTheLogAndKeptBesideIt() {
        done(edit("The code is 1234"));
        long first = house.clock.millis();
        house.clock.advance(Duration.ofMinutes(1));
        done(edit("The secret is 5678"));
        long second = house.clock.millis();
        house.clock.advance(Duration.ofMinutes(1));
        Conversation now = done(corrections.delete(anna, conversation.id(), seq, HOUR));

        assertThat(message().body()).isEqualTo(new EventBody.Deleted());
        assertThat(log(conversation, Stream.PUBLIC).toString()).doesNotContain("100", "1234", "5678");
        assertThat(now.facts().preview()).extracting(Preview::text).isEqualTo("");
        assertThat(corrections.earlier(conversation.id(), seq))
                .containsExactly(
                        new Corrections.Earlier(first, anna, new EventBody.Message("It costs 100")),
                        new Corrections.Earlier(second, anna, new EventBody.Message("The code is 1234", null, first)),
                        new Corrections.Earlier(
                                house.clock.millis(), anna, new EventBody.Message("The secret is 5678", null, second)));
    }

    @Test
    void formattedWordsAreChangedToo() {
        var document = new TextDocument(
                List.of(new TextBlock.Paragraph(List.of(new TextRun("300", List.of(new TextMark.Bold()))))));

        done(corrections.edit(anna, conversation.id(), seq, new Words.Formatted(document), HOUR));

        assertThat(message().body()).isEqualTo(new EventBody.Message("300", document, house.clock.millis()));
    }

    @Test
    void whatIsAnsweredStays() {
        var saying = new Conversations.Saying(new Words.Plain("As I said"), List.of(), seq, null);
        Conversation now = now(conversation);
        long answer = stored(conversations.postByOperator(
                        anna, conversation.id(), now.facts().version(), house.aClientId(), saying))
                .event()
                .seq();

        done(corrections.edit(anna, conversation.id(), answer, new Words.Plain("As I told you"), HOUR));

        assertThat(log(conversation, Stream.PUBLIC).get((int) answer - 1).body())
                .isEqualTo(new EventBody.Message("As I told you", null, house.clock.millis(), List.of(), seq));
    }

    @Test
    void theSameAgainChangesNothing() {
        done(edit("It costs 100"));
        assertThat(message().body()).isEqualTo(new EventBody.Message("It costs 100"));

        done(corrections.delete(anna, conversation.id(), seq, HOUR));
        Conversation once = now(conversation);
        done(corrections.delete(anna, conversation.id(), seq, HOUR));

        assertThat(now(conversation)).isEqualTo(once);
        assertThat(refusal(edit("Back again"))).isEqualTo(new Refusal.MessageUnknown());
    }

    @Test
    void nobodyElsesWordsAreChanged() {
        OperatorId colleague = house.anOperator();
        assertThat(refusal(corrections.delete(colleague, conversation.id(), seq, HOUR)))
                .isEqualTo(new Refusal.MessageUnknown());
        for (long other : new long[] {0, 1, 2, seq + 1}) {
            assertThat(refusal(corrections.delete(anna, conversation.id(), other, HOUR)))
                    .isEqualTo(new Refusal.MessageUnknown());
        }
        assertThat(refusal(corrections.delete(anna, new ConversationId(1), seq, HOUR)))
                .isEqualTo(new Refusal.ConversationUnknown());
    }

    @Test
    void whatIsOldOrOverStays() {
        house.clock.advance(HOUR);
        assertThat(refusal(edit("Too late"))).isEqualTo(new Refusal.TooLate(HOUR));
        assertThat(refusal(corrections.edit(anna, conversation.id(), seq, new Words.Plain(" "), HOUR)))
                .isEqualTo(new Refusal.MessageEmpty());
        close(anna, now(conversation));
        assertThat(refusal(corrections.delete(anna, conversation.id(), seq, Duration.ofDays(1))))
                .isEqualTo(new Refusal.ConversationClosed());
    }

    @Test
    void anOlderMessageLeavesTheNewestInTheList() {
        answer(anna, now(conversation), house.aClientId(), "Anything else?");

        Conversation now = done(edit("It costs 200"));

        assertThat(now.facts().preview()).extracting(Preview::text).isEqualTo("Anything else?");
    }

    private Outcome edit(String text) {
        return corrections.edit(anna, conversation.id(), seq, new Words.Plain(text), HOUR);
    }

    private Event message() {
        return log(conversation, Stream.PUBLIC).get((int) seq - 1);
    }
}

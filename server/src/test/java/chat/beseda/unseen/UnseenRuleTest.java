package chat.beseda.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnseenRuleTest {
    private static final long MINUTE = 60_000;
    private static final long BEGIN = 1_800_000_000_000L;

    /** What happens next in a simulated conversation. */
    enum Step {
        ASK,
        ANSWER,
        TAKE,
        DELETE,
        LOOK,
        WAIT
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(80);
    }

    /** One conversation, minute by minute; letters go out whenever the rule wants. */
    private static final class Simulation {
        final List<Event> log = new ArrayList<>();
        final Set<Long> mailed = new HashSet<>();
        final Duration patience;
        long now = BEGIN;
        long seen;
        long sent;

        Simulation(int minutes) {
            this.patience = Duration.ofMinutes(minutes);
        }

        void play(Step step) {
            switch (step) {
                case ASK -> add(new Author.OfVisitor(), new EventBody.Message("?"));
                case ANSWER -> add(new Author.OfOperator(new OperatorId(7)), new EventBody.Message("!"));
                case TAKE -> add(new Author.OfOperator(new OperatorId(7)), new EventBody.Joined(new OperatorId(7)));
                case DELETE -> add(new Author.OfOperator(new OperatorId(7)), new EventBody.Deleted());
                case LOOK -> seen = log.size();
                case WAIT -> now += patience.toMillis() / 2;
            }
            now += MINUTE;
            send();
        }

        private void add(Author author, EventBody body) {
            log.add(new Event(Stream.PUBLIC, log.size() + 1L, now, author, null, body));
        }

        void send() {
            List<Event> letter = UnseenRule.toSend(log, seen, sent, now, patience);
            if (letter.isEmpty()) {
                return;
            }
            assertThat(letter).allSatisfy(event -> {
                assertThat(event.author()).isInstanceOf(Author.OfOperator.class);
                assertThat(event.body()).isInstanceOf(EventBody.Message.class);
                assertThat(event.seq()).isGreaterThan(seen);
                assertThat(mailed.add(event.seq()))
                        .as("for the first time: %s", event.seq())
                        .isTrue();
            });
            assertThat(letter)
                    .anySatisfy(event -> assertThat(event.at()).isLessThanOrEqualTo(now - patience.toMillis()));
            sent = letter.getLast().seq();
        }
    }

    @Property(tries = 300)
    void everyAnswerThatStaysUnseenGoesOutOnceAndInTime(
            @ForAll("stories") List<Step> story, @ForAll("patience") int minutes) {
        var simulation = new Simulation(minutes);
        story.forEach(simulation::play);
        simulation.now += simulation.patience.toMillis();
        simulation.send();
        assertThat(simulation.log)
                .filteredOn(event -> event.seq() > simulation.seen)
                .filteredOn(event ->
                        event.author() instanceof Author.OfOperator && event.body() instanceof EventBody.Message)
                .allSatisfy(event -> assertThat(simulation.mailed).contains(event.seq()));
        simulation.send();
    }

    @Provide
    Arbitrary<Integer> patience() {
        return Arbitraries.integers().between(Mailing.LEAST, 60);
    }

    @Property(tries = 100)
    void nothingGoesOutBeforeItsTimeOrAfterItWasSeen(
            @ForAll("stories") List<Step> story, @ForAll("patience") int minutes) {
        var simulation = new Simulation(minutes);
        story.forEach(simulation::play);
        simulation.seen = simulation.log.size();
        simulation.play(Step.ANSWER);
        Event answer = simulation.log.getLast();
        long ready = answer.at() + simulation.patience.toMillis();
        assertThat(UnseenRule.toSend(simulation.log, simulation.seen, simulation.sent, ready - 1, simulation.patience))
                .isEmpty();
        assertThat(UnseenRule.toSend(simulation.log, answer.seq(), simulation.sent, ready, simulation.patience))
                .isEmpty();
    }

    @Property(tries = 50)
    void nobodyIsWrittenAboutWhatIsLongPast(@ForAll("patience") int minutes) {
        var simulation = new Simulation(minutes);
        var answer = new Event(
                Stream.PUBLIC, 1, BEGIN, new Author.OfOperator(new OperatorId(7)), null, new EventBody.Message("!"));
        long late = BEGIN + UnseenRule.OLDEST.toMillis() + 1;
        assertThat(UnseenRule.toSend(List.of(answer), 0, 0, late, simulation.patience))
                .isEmpty();
        assertThat(UnseenRule.toSend(List.of(answer), 0, 0, late - 1, simulation.patience))
                .containsExactly(answer);
    }
}

package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promise to many at once, on every engine. */
abstract class RaceContract extends HouseContract {
    private static final int THREADS = 64;
    private static final int WORDS = 10;
    private static final int RACES = 1_000;

    RaceContract(TestEngine engine) {
        super(engine);
    }

    /** Half of the threads are the visitor, half the operator; everybody sends everything twice. */
    @Test
    void everyAcknowledgedWordIsThereOnceInOneDenseOrder() throws Exception {
        var operator = house.anOperator();
        Active active = house.aConversationOf(operator);
        Visitor visitor = house.visitors.byId(active.facts().visitor()).orElseThrow();

        List<Posted.Stored> acknowledged = together(THREADS, thread -> {
                    var mine = new ArrayList<Posted.Stored>();
                    for (int i = 0; i < WORDS; i++) {
                        ClientId cid = house.aClientId();
                        Callable<Posted> send = thread % 2 == 0
                                ? () -> conversations.postByVisitor(visitor, cid, "word", null)
                                : () -> answer(operator, active, cid, "word");
                        mine.add(stored(send.call()));
                        mine.add(stored(send.call()));
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        List<Event> log = log(active, Stream.PUBLIC);
        int top = 3 + THREADS * WORDS;
        assertThat(log.stream().map(Event::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, top).boxed().toList());
        assertThat(now(active).facts().publicTop()).isEqualTo(top);
        assertThat(acknowledged)
                .allMatch(ack -> log.get((int) ack.event().seq() - 1).equals(ack.event()));
        assertThat(acknowledged.stream().filter(Posted.Stored::dup)).hasSize(THREADS * WORDS);
        assertThat(acknowledged.stream().map(ack -> ack.event().seq()).distinct())
                .hasSize(THREADS * WORDS);
    }

    @Test
    void firstWordsSentManyTimesAtOnceOpenOneConversation() throws Exception {
        Visitor visitor = house.aVisitor();
        ClientId cid = house.aClientId();

        List<Posted.Stored> all =
                together(THREADS, thread -> stored(conversations.postByVisitor(visitor, cid, "Hello", null)));

        assertThat(all.stream().map(Posted.Stored::event).distinct()).hasSize(1);
        assertThat(all.stream().filter(stored -> !stored.dup())).hasSize(1);
        assertThat(conversations.history(List.of(visitor.id()), null, 10).conversations())
                .hasSize(1);
    }

    @Test
    void ofTwoWhoTakeOneGetsIt() throws Exception {
        var one = house.anOperator();
        var other = house.anOperator();
        List<Waiting> waiting = together(RACES, race -> house.aConversation());
        var start = new CyclicBarrier(2);

        List<List<Outcome>> outcomes = together(2, who -> {
            var mine = new ArrayList<Outcome>();
            for (Waiting each : waiting) {
                start.await();
                mine.add(conversations.take(who == 0 ? one : other, each.id(), 0));
            }
            return mine;
        });

        for (int race = 0; race < RACES; race++) {
            boolean oneGotIt = outcomes.get(0).get(race) instanceof Outcome.Done;
            Outcome loser = outcomes.get(oneGotIt ? 1 : 0).get(race);
            var owner = oneGotIt ? one : other;
            assertThat(refusal(loser)).isEqualTo(new Refusal.Taken(owner));
            assertThat(now(waiting.get(race)).owner()).isEqualTo(owner);
        }
    }

    private static <R> List<R> together(int count, Part<R> part) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<R>> parts = IntStream.range(0, count)
                    .<Callable<R>>mapToObj(number -> () -> part.of(number))
                    .toList();
            var results = new ArrayList<R>();
            for (Future<R> future : threads.invokeAll(parts)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private interface Part<R> {
        R of(int number) throws Exception;
    }
}

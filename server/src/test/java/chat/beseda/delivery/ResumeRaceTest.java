package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.cluster.Bus;
import chat.beseda.cluster.LocalBus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.events.Stream;
import chat.beseda.frames.Shapes;
import chat.beseda.lines.CloseCode;
import chat.beseda.operators.OperatorId;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.MemoryLine;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients come, go and resume while events pour: each has every event once and in order, in both streams. */
class ResumeRaceTest {
    private static final int EVENTS = 1_500;
    private static final int CLIENTS = 12;
    private static final OperatorId OWNER = new OperatorId(7);

    final TestHouse house = new TestHouse(TestEngine.SQLITE);
    final LocalBus bus = new LocalBus();

    @AfterEach
    void close() {
        bus.close();
        house.close();
    }

    @Test
    void noHolesAndNoDoublesOverAnHonestBus() throws Exception {
        race(bus);
    }

    @Test
    void noHolesAndNoDoublesOverABusThatLosesRepeatsAndReorders() throws Exception {
        race(new FlakyBus(bus));
    }

    private void race(Bus heard) throws Exception {
        var conversations = new Conversations(house.database, heard, new IdSource(house.clock), house.clock);
        Delivery delivery = delivery(conversations, heard);
        ConversationId id = taken(conversations, house.aConversation().id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> pour(conversations, id));
            List<Callable<Client>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = new Client(delivery, conversations, id, i);
                clients.add(() -> client.liveUntil(writing::isDone));
            }
            var lived = threads.invokeAll(clients);
            writing.get();
            var facts = conversations.byId(id).orElseThrow().facts();
            long sum = 0;
            for (var client : lived) {
                client.get().hasEverything(facts.publicTop(), facts.internalTop());
                sum += client.get().received();
            }
            assertThat(sum).as("events that were delivered").isGreaterThan(CLIENTS * EVENTS * 3L / 4);
        }
    }

    private Delivery delivery(Conversations conversations, Bus heard) {
        var timers = new ManualTimers(house.clock);
        var ids = new IdSource(house.clock);
        var people = People.of(house.database, bus, ids, house.clock, new Passwords(64), Path.of("target"));
        var faces = new Faces(people.operators(), people.presence());
        var delivery = new Delivery(conversations, faces, heard, timers, house.clock, () -> 0, new Random(1), "epoch");
        delivery.start();
        return delivery;
    }

    private static ConversationId taken(Conversations conversations, ConversationId id) {
        assertThat(conversations.take(OWNER, id, 0)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private void pour(Conversations conversations, ConversationId id) {
        for (int i = 0; i < EVENTS; i++) {
            Posted posted = i % 5 == 0
                    ? conversations.note(OWNER, id, house.aClientId(), "note " + i)
                    : conversations.postByOperator(OWNER, id, 1, house.aClientId(), "word " + i);
            assertThat(posted).isInstanceOf(Posted.Stored.class);
        }
    }

    /** A console that loses its line again and again, and resumes from what it has. */
    private static final class Client {
        private final Delivery delivery;
        private final Conversations conversations;
        private final ConversationId id;
        private final int number;
        private final Map<Stream, List<Long>> seqs = new EnumMap<>(Stream.class);
        private long received;

        Client(Delivery delivery, Conversations conversations, ConversationId id, int number) {
            this.delivery = delivery;
            this.conversations = conversations;
            this.id = id;
            this.number = number;
            for (Stream stream : Stream.values()) {
                seqs.put(stream, new ArrayList<>());
            }
        }

        Client liveUntil(BooleanSupplier over) {
            int life = 0;
            while (!over.getAsBoolean()) {
                live(Duration.ofMillis(1 + (number * 7L + life * 13L) % 40));
                life++;
            }
            live(Duration.ZERO);
            return this;
        }

        private void live(Duration life) {
            var line = new MemoryLine(number + "");
            Peer peer = delivery.peer(line, Audience.OPERATOR);
            Conversation conversation = conversations.byId(id).orElseThrow();
            delivery.feed().follow(peer, conversation, positions());
            LockSupport.parkNanos(life.toNanos());
            line.close(CloseCode.SILENCE);
            peer.ended();
            line.frames().forEach(this::apply);
        }

        private Positions positions() {
            String name = Long.toString(id.value());
            List<Shapes.Position> held = seqs.entrySet().stream()
                    .map(entry -> new Shapes.Position(
                            name,
                            EventShapes.of(entry.getKey()),
                            entry.getValue().size()))
                    .toList();
            return Positions.of(Audience.OPERATOR, held);
        }

        /** A reset would hide a hole; while it is far behind it reads the rest from the store as a client scrolls up. */
        private void apply(JsonNode frame) {
            if (!frame.get("t").stringValue().equals("events")) {
                return;
            }
            Stream stream = frame.get("stream").stringValue().equals("public") ? Stream.PUBLIC : Stream.INTERNAL;
            List<Long> log = seqs.getOrDefault(stream, List.of());
            if (frame.get("reset").booleanValue()) {
                long first = frame.get("events").isEmpty()
                        ? frame.get("top").longValue() + 1
                        : frame.get("events").get(0).get("seq").longValue();
                LongStream.range(log.size() + 1L, first).forEach(log::add);
                while (log.size() >= first) {
                    log.removeLast();
                }
            }
            frame.get("events").forEach(event -> log.add(event.get("seq").longValue()));
            received += frame.get("events").size();
        }

        long received() {
            return received;
        }

        void hasEverything(long publicTop, long internalTop) {
            assertThat(seqs.get(Stream.PUBLIC))
                    .isEqualTo(LongStream.rangeClosed(1, publicTop).boxed().toList());
            assertThat(seqs.get(Stream.INTERNAL))
                    .isEqualTo(LongStream.rangeClosed(1, internalTop).boxed().toList());
        }
    }

    /** Loses every seventh news, repeats every third, and holds every fifth back until the next. */
    private static final class FlakyBus implements Bus {
        private final Bus honest;
        private final AtomicLong count = new AtomicLong();
        private final List<Object> late = new ArrayList<>();

        FlakyBus(Bus honest) {
            this.honest = honest;
        }

        @Override
        public synchronized void publish(Object news) {
            long number = count.incrementAndGet();
            if (!(news instanceof ConversationChanged) || number % 7 == 0) {
                return;
            }
            if (number % 5 == 0) {
                late.add(news);
                return;
            }
            honest.publish(news);
            late.forEach(honest::publish);
            late.clear();
            if (number % 3 == 0) {
                honest.publish(news);
            }
        }

        @Override
        public <T> Subscription subscribe(Class<T> kind, Consumer<? super T> listener) {
            return honest.subscribe(kind, listener);
        }
    }
}

package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    final TestHouse house = new TestHouse(TestEngine.SQLITE);
    final ManualTimers timers = new ManualTimers(house.clock);
    final AtomicLong frozen = new AtomicLong();
    final People people = People.of(
            house.database, house.bus, new IdSource(house.clock), house.clock, new Passwords(64), Path.of("target"));
    final Delivery delivery = new Delivery(
            house.conversations,
            new Faces(people.operators(), people.presence()),
            house.bus,
            timers,
            house.clock,
            () -> house.clock.millis() * 1_000_000 + frozen.get(),
            new Random(1),
            house.database.epoch());

    HeartbeatsTest() {
        delivery.start();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anOperatorIsAskedEveryThreeSecondsAndGoneAfterNine() {
        MemoryLine line = line(Audience.OPERATOR);
        timers.advance(Duration.ofMillis(8_900));
        assertThat(line.count("beat")).isEqualTo(2);
        assertThat(line.isOpen()).isTrue();
        timers.advance(Duration.ofMillis(600));
        assertThat(line.code()).isEqualTo(CloseCode.SILENCE);
    }

    @Test
    void aVisitorIsAskedEveryFifteenSecondsAndGoneAfterForty() {
        MemoryLine line = line(Audience.VISITOR);
        timers.advance(Duration.ofMillis(39_900));
        assertThat(line.count("beat")).isEqualTo(2);
        assertThat(line.isOpen()).isTrue();
        timers.advance(Duration.ofMillis(600));
        assertThat(line.code()).isEqualTo(CloseCode.SILENCE);
    }

    @Test
    void whateverIsSaidBeforeTheHelloDoesNotPutItOff() {
        var line = new MemoryLine("a");
        Peer peer = delivery.peer(line, Audience.VISITOR);
        for (int i = 0; i < 6; i++) {
            peer.hear(peer::beat);
            timers.advance(Duration.ofSeconds(1));
        }
        assertThat(line.code()).isEqualTo(CloseCode.SILENCE);
    }

    @Test
    void aHelloThatWaitsItsTurnKeepsTheLine() {
        var line = new MemoryLine("a");
        Peer peer = delivery.peer(line, Audience.VISITOR);
        for (int i = 0; i < 6; i++) {
            peer.hear(peer::waitsToBeGreeted);
            timers.advance(Duration.ofSeconds(2));
        }
        assertThat(line.isOpen()).isTrue();
    }

    @Test
    void anyFrameIsASignOfLife() {
        var line = new MemoryLine("a");
        Peer peer = greeted(line, Audience.OPERATOR);
        for (int i = 0; i < 10; i++) {
            timers.advance(Duration.ofSeconds(5));
            peer.hear(() -> {});
        }
        assertThat(line.isOpen()).isTrue();
    }

    @Test
    void noOneIsBlamedForAPauseOfOurs() {
        MemoryLine line = line(Audience.OPERATOR);
        timers.advance(Duration.ofSeconds(8));
        frozen.addAndGet(Duration.ofSeconds(40).toNanos());
        timers.advance(Duration.ofMillis(500));
        assertThat(line.isOpen()).isTrue();
        timers.advance(Duration.ofSeconds(1));
        assertThat(line.code()).isEqualTo(CloseCode.SILENCE);
    }

    @Test
    void aLineWhoseFrameIsBeingHandledIsNotSilent() {
        var line = new MemoryLine("a");
        Peer peer = greeted(line, Audience.OPERATOR);
        peer.hear(() -> timers.advance(Duration.ofSeconds(60)));
        assertThat(line.isOpen()).isTrue();
        timers.advance(Duration.ofMillis(8_500));
        assertThat(line.isOpen()).isTrue();
        timers.advance(Duration.ofSeconds(1));
        assertThat(line.isOpen()).isFalse();
    }

    @Test
    void aClockThatIsSetChangesNothing() {
        MemoryLine line = line(Audience.OPERATOR);
        var before = house.clock.instant();
        house.clock.set(before.plus(Duration.ofHours(1)));
        frozen.addAndGet(-Duration.ofHours(1).toNanos());
        timers.advance(Duration.ofMillis(500));
        assertThat(line.isOpen()).isTrue();
    }

    @Test
    void aFloodOfFramesEndsTheLine() {
        var line = new MemoryLine("a");
        Peer peer = greeted(line, Audience.VISITOR);
        for (int i = 0; i < 400; i++) {
            peer.hear(() -> {});
        }
        assertThat(line.isOpen()).isTrue();
        peer.hear(() -> {});
        assertThat(line.code()).isEqualTo(CloseCode.TOO_MANY);
    }

    @Test
    void atTheEndEveryLineIsToldToComeBack() {
        MemoryLine line = line(Audience.VISITOR);
        delivery.stop();
        assertThat(line.code()).isEqualTo(CloseCode.RESTART);
    }

    @Test
    void anEndedLineIsForgotten() {
        var line = new MemoryLine("a");
        Peer peer = greeted(line, Audience.VISITOR);
        assertThat(delivery.heartbeats().lines()).isEqualTo(1);
        peer.ended();
        assertThat(delivery.heartbeats().lines()).isZero();
    }

    private MemoryLine line(Audience audience) {
        var line = new MemoryLine("a");
        greeted(line, audience);
        return line;
    }

    private Peer greeted(MemoryLine line, Audience audience) {
        Peer peer = delivery.peer(line, audience);
        peer.greet(audience == Audience.OPERATOR ? new OperatorId(1) : null);
        return peer;
    }
}

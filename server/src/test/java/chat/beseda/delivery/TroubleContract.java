package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestLine;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a client is told over a line, of whatever kind, when the store is in trouble or the client itself is. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class TroubleContract extends LineField {
    private static final int WRITES_WAITING = 2_000;

    @Test
    void aFullQueueRefusesBeforeItAccepts() throws InterruptedException {
        TestLine visitor = panel(null);
        asked(visitor, "1");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        write(() -> {
            begun.countDown();
            await(goOn);
        });
        begun.await();
        for (int i = 0; i < WRITES_WAITING; i++) {
            write(() -> {});
        }
        awaitWaiting(WRITES_WAITING);

        Map<String, Object> words = words(null, tokens.name(), "in a crowd");
        visitor.send(words);
        assertRefused(visitor.await("refused"), "busy", words);
        goOn.countDown();
        awaitWaiting(0);
        visitor.send(words);
        assertThat(visitor.await("ack").get("dup").booleanValue()).isFalse();
    }

    @Test
    void aDiskThatIsFullIsToldAndWhatWasRefusedIsStoredWhenThereIsRoom() {
        TestLine visitor = panel(null);
        asked(visitor, "1");
        server.database.write(tx -> tx.handle()
                .createQuery("PRAGMA max_page_count = 1") // that is: no page more than there are
                .mapTo(Integer.class)
                .one());

        Map<String, Object> words = words(null, tokens.name(), "слово ".repeat(600));
        visitor.send(words);
        assertRefused(visitor.await("refused"), "storage", words);
        visitor.send(words);
        assertThat(visitor.await("ack").get("dup").booleanValue()).isFalse();
    }

    @Test
    void whatASilencedStoreRefusesIsKeptByItsSender() {
        TestLine visitor = panel(null);
        asked(visitor, "1");
        server.database.close();
        Map<String, Object> words = words(null, tokens.name(), "too late");
        visitor.send(words);
        JsonNode refused = visitor.await("refused");
        assertThat(refused.get("retryMs").longValue()).isPositive();
        assertThat(refused.get("cid").stringValue()).isEqualTo(words.get("cid"));
    }

    @Test
    void whoSendsWithoutAPauseIsToldToComeLater() {
        TestLine visitor = panel(null);
        for (int i = 0; i < 400; i++) { // the hello was the first of 401
            visitor.send(Map.of("t", "beat"));
        }
        assertThat(visitor.awaitClose()).isEqualTo(4429);
    }

    @Test
    void whenTheServerStopsEverybodyIsToldWhenToComeBack() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        server.delivery.stop();
        for (TestLine line : new TestLine[] {visitor, operator}) {
            assertThat(line.awaitClose()).isEqualTo(1012);
            assertThat(line.await("bye").get("retryMs").longValue()).isBetween(0L, 5_000L);
        }
    }

    private static void assertRefused(JsonNode refused, String code, Map<String, Object> words) {
        assertThat(refused.get("code").stringValue()).isEqualTo(code);
        assertThat(refused.get("cid").stringValue()).isEqualTo(words.get("cid"));
        assertThat(refused.get("retryMs").longValue()).isBetween(1_000L, 5_000L);
    }

    private void write(Runnable work) {
        Thread.startVirtualThread(() -> server.database.write(tx -> {
            work.run();
            return true;
        }));
    }

    private void awaitWaiting(int writes) {
        while (server.database.writesWaiting() != writes) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new CompletionException(stop);
        }
    }
}

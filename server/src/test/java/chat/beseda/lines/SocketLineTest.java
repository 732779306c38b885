package chat.beseda.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

class SocketLineTest {
    final ManualTimers timers = new ManualTimers(new TestClock());
    final CountDownLatch closed = new CountDownLatch(1);
    private final Deaf session = new Deaf();
    private final SocketLine line =
            new SocketLine("a", new LineGate.Admission.Welcome(10, opened -> new Door()), timers, () -> {});

    SocketLineTest() {
        line.onOpen(session, Callback.NOOP);
    }

    @Test
    void whoTakesNothingIsTooSlowAfter256FramesAndDroppedFiveSecondsLater() throws InterruptedException {
        for (int i = 0; i < 256; i++) {
            line.send(new byte[] {'x'});
        }
        assertThat(line.isOpen()).isTrue();
        assertThat(session.codes).isEmpty();
        line.send(new byte[] {'x'});
        assertThat(line.isOpen()).isFalse();
        assertThat(session.sent).hasSize(257);
        assertThat(session.sent.getLast()).isEqualTo("{\"t\":\"bye\",\"code\":4008,\"retryMs\":null}");
        assertThat(session.codes).containsExactly(4008);
        closed.await();
        timers.advance(Duration.ofMillis(4_999));
        assertThat(session.aborted).isFalse();
        timers.advance(Duration.ofMillis(1));
        assertThat(session.aborted).isTrue();
    }

    @Test
    void aGoodbyeIsSaidOnce() {
        line.close(CloseCode.RESTART, Duration.ofMillis(700));
        line.close(CloseCode.SLOW);
        line.send(new byte[] {'x'});
        assertThat(session.sent).containsExactly("{\"t\":\"bye\",\"code\":1012,\"retryMs\":700}");
        assertThat(session.codes).containsExactly(1012);
    }

    /** The other side of a browser that takes nothing: no frame ever leaves. */
    private static final class Deaf extends CoreSession.Empty {
        final List<String> sent = new ArrayList<>();
        final List<Integer> codes = new ArrayList<>();
        boolean aborted;

        @Override
        public void sendFrame(OutgoingEntry entry) {
            sent.add(UTF_8.decode(entry.getFrame().getPayload().slice()).toString());
        }

        @Override
        public void close(int statusCode, String reason, Callback callback) {
            codes.add(statusCode);
        }

        @Override
        public void abort() {
            aborted = true;
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    }

    private final class Door implements LineHandler {
        @Override
        public void received(byte[] frame) {}

        @Override
        public void tooLarge(int limit) {}

        @Override
        public void closed() {
            closed.countDown();
        }
    }
}

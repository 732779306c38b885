package chat.beseda.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalBusTest {
    final LocalBus bus = new LocalBus();
    final List<Object> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void newsComesInTheOrderItWasPublished() throws InterruptedException {
        bus.subscribe(Integer.class, heard::add);
        IntStream.range(0, 1_000).forEach(bus::publish);
        awaitDelivery();
        assertThat(heard).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void everybodyHearsTheirKindAndNothingElse() throws InterruptedException {
        List<Object> others = Collections.synchronizedList(new ArrayList<>());
        bus.subscribe(String.class, heard::add);
        bus.subscribe(CharSequence.class, others::add);
        bus.publish("word");
        bus.publish(1);
        bus.publish(CharBuffer.wrap("wrapped"));
        awaitDelivery();
        assertThat(heard).containsExactly("word");
        assertThat(others).hasSize(2);
    }

    @Test
    void aListenerThatFailsTakesNewsFromNobody() throws InterruptedException {
        bus.subscribe(String.class, news -> {
            throw new IllegalStateException(news);
        });
        bus.subscribe(String.class, news -> {
            throw new AssertionError(news);
        });
        bus.subscribe(String.class, heard::add);
        bus.publish("one");
        bus.publish("two");
        awaitDelivery();
        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void whoUnsubscribedHearsNothingMore() throws InterruptedException {
        var subscription = bus.subscribe(String.class, heard::add);
        bus.publish("heard");
        awaitDelivery();
        subscription.close();
        bus.publish("unheard");
        awaitDelivery();
        assertThat(heard).containsExactly("heard");
    }

    @Test
    void whoPublishesWaitsForNobody() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        bus.subscribe(String.class, news -> await(goOn));
        bus.subscribe(String.class, heard::add);
        for (int i = 0; i < 10_000; i++) {
            bus.publish("news");
        }
        assertThat(heard).isEmpty();
        goOn.countDown();
        awaitDelivery();
        assertThat(heard).hasSize(10_000);
    }

    /** Returns when everything published before has been handed on. */
    private void awaitDelivery() throws InterruptedException {
        var handed = new CountDownLatch(1);
        try (var mark = bus.subscribe(CountDownLatch.class, CountDownLatch::countDown)) {
            bus.publish(handed);
            handed.await();
            assertThat(mark).isNotNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

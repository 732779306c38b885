package chat.beseda.delivery;

import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what changed, the latest of each key, and hands it on in batches: at once when it was quiet, else no more often
 * than the gap allows; a batch that is being handed on lets the next one gather. Thread-safe.
 */
public final class Coalescer<K, V> {
    private static final Logger log = LoggerFactory.getLogger(Coalescer.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Timers timers;
    private final Duration gap;
    private final Consumer<Map<K, V>> consumer;
    private Map<K, V> waiting = new LinkedHashMap<>();
    private boolean handing;

    /** @param consumer called by one virtual thread at a time; it may block. When it throws, the batch comes again later */
    public Coalescer(Timers timers, Duration gap, Consumer<Map<K, V>> consumer) {
        this.timers = timers;
        this.gap = gap;
        this.consumer = consumer;
    }

    public synchronized void mark(K key, V value) {
        waiting.put(key, value);
        if (!handing) {
            handing = true;
            Thread.ofVirtual().name("coalescer").start(this::handOn);
        }
    }

    private void handOn() {
        for (Map<K, V> batch = next(); !batch.isEmpty(); batch = next()) {
            Duration rest = gap;
            try {
                consumer.accept(batch);
            } catch (RuntimeException failure) {
                log.atWarn().setCause(failure).log("batch.failed");
                putBack(batch);
                rest = RETRY;
            }
            if (rest.isPositive()) {
                timers.after(rest, this::handOn);
                return;
            }
        }
    }

    private synchronized Map<K, V> next() {
        Map<K, V> batch = waiting;
        waiting = new LinkedHashMap<>();
        handing = !batch.isEmpty();
        return batch;
    }

    private synchronized void putBack(Map<K, V> batch) {
        var all = new LinkedHashMap<>(batch);
        all.putAll(waiting);
        waiting = all;
    }
}

package chat.beseda.cluster;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bus of a single node: one thread hands the news on, in order. */
public final class LocalBus implements Bus, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalBus.class);

    private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>();
    private final List<Listener<?>> listeners = new CopyOnWriteArrayList<>();
    private final Thread messenger = Thread.ofPlatform().name("bus").daemon().start(this::deliver);

    @Override
    public void publish(Object news) {
        waiting.add(news);
    }

    @Override
    public <T> Subscription subscribe(Class<T> kind, Consumer<? super T> listener) {
        var entry = new Listener<T>(kind, listener);
        listeners.add(entry);
        return () -> listeners.remove(entry);
    }

    private void deliver() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Object news = waiting.take();
                listeners.forEach(listener -> listener.offer(news));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        messenger.interrupt();
    }

    private record Listener<T>(Class<T> kind, Consumer<? super T> consumer) {
        void offer(Object news) {
            if (kind.isInstance(news)) {
                try {
                    consumer.accept(kind.cast(news));
                } catch (RuntimeException | Error failure) {
                    log.atError()
                            .addKeyValue("kind", kind.getSimpleName())
                            .setCause(failure)
                            .log("bus.listener.failed");
                }
            }
        }
    }
}

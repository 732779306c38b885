package chat.beseda.testing;

import chat.beseda.cluster.Bus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A bus that remembers all news and hands it on within {@code publish}. Thread-safe. */
public final class RecordingBus implements Bus {
    private final List<Object> news = new CopyOnWriteArrayList<>();
    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void publish(Object item) {
        news.add(item);
        listeners.forEach(listener -> listener.accept(item));
    }

    @Override
    public <T> Subscription subscribe(Class<T> kind, Consumer<? super T> listener) {
        Consumer<Object> ofKind = item -> {
            if (kind.isInstance(item)) {
                listener.accept(kind.cast(item));
            }
        };
        listeners.add(ofKind);
        return () -> listeners.remove(ofKind);
    }

    /** The news of a kind so far, in order. */
    public <T> List<T> news(Class<T> kind) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public void forget() {
        news.clear();
    }
}

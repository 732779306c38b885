package chat.beseda.demo;

import chat.beseda.cluster.Bus;
import java.util.function.Consumer;

/** The bus of a simulated past: what happened then is no news to anybody now. */
final class Silence implements Bus {

    @Override
    public void publish(Object news) {
        // Nobody listens.
    }

    @Override
    public <T> Subscription subscribe(Class<T> kind, Consumer<? super T> listener) {
        return () -> {};
    }
}

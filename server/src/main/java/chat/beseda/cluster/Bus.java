package chat.beseda.cluster;

import java.util.function.Consumer;

/**
 * Carries news between the parts of the product after it is stored. News is a hint to look, never the truth: a
 * subscriber that missed some finds out from the store. One publisher's news arrives in the order it was published.
 */
public interface Bus {

    /** Hands the news to everybody who asked for its kind. Returns at once. */
    void publish(Object news);

    /** Asks for news of a kind. The listener is called by one thread at a time and should be quick. */
    <T> Subscription subscribe(Class<T> kind, Consumer<? super T> listener);

    /** What ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}

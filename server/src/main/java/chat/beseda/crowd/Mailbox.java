package chat.beseda.crowd;

import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What reaches somebody simulated, read in order by one thread that also knows how long it wants to wait. */
final class Mailbox<T> {
    private final Timers timers;
    private final BlockingQueue<Letter<T>> letters = new LinkedBlockingQueue<>();

    Mailbox(Timers timers) {
        this.timers = timers;
    }

    void put(T item) {
        letters.add(new Letter.Item<>(item));
    }

    /**
     * Reads what comes until it is enough or the time is over.
     *
     * @return whether it was enough
     */
    boolean read(Duration most, Consumer<? super T> reader, BooleanSupplier enough) throws InterruptedException {
        var over = new Letter.TimeIsOver<T>(new Object());
        Timers.Timer timer = timers.after(most, () -> letters.add(over));
        try {
            while (!enough.getAsBoolean()) {
                switch (letters.take()) {
                    case Letter.Item<T>(T item) -> reader.accept(item);
                    case Letter.TimeIsOver<T> other
                    when other.equals(over) -> {
                        return enough.getAsBoolean();
                    }
                    case Letter.TimeIsOver<T> _ -> {}
                }
            }
            return true;
        } finally {
            timer.cancel();
        }
    }

    private sealed interface Letter<T> {
        record Item<T>(T item) implements Letter<T> {}

        record TimeIsOver<T>(Object mark) implements Letter<T> {}
    }
}

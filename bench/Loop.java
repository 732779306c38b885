import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One thread that serves thousands of sockets and timers. Everything that belongs to it runs on its thread, one thing after the
 * other; {@link #execute} is how others reach it.
 */
final class Loop implements AutoCloseable {
    private record Due(long nanos, long number, Runnable work) {}

    private final Selector selector;
    private final Queue<Runnable> handed = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Due> timers = new PriorityQueue<>((one, other) -> one.nanos != other.nanos
            ? Long.compare(one.nanos - other.nanos, 0)
            : Long.compare(one.number, other.number));
    /** Shared by all sockets for reading: what is left over of a frame is kept by the socket. */
    private final ByteBuffer reading = ByteBuffer.allocateDirect(8 << 20);

    private final Thread thread;
    private long timerNumber;
    private volatile boolean ended;
    private volatile Throwable failure;

    Loop(String name) throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name(name).start(this::serve);
    }

    private void serve() {
        try {
            while (!ended) {
                long wait = 100;
                Due next = timers.peek();
                if (next != null) {
                    wait = Math.clamp((next.nanos - System.nanoTime() + 999_999) / 1_000_000, 0, wait);
                }
                if (handed.isEmpty() && wait > 0) {
                    selector.select(this::ready, wait);
                } else {
                    selector.selectNow(this::ready);
                }
                runHanded();
                runDue();
            }
        } catch (IOException | RuntimeException | Error trouble) {
            failure = trouble;
            trouble.printStackTrace();
        }
    }

    private void ready(SelectionKey key) {
        ((Wire) key.attachment()).ready(key);
    }

    private void runHanded() {
        for (Runnable work = handed.poll(); work != null; work = handed.poll()) {
            work.run();
        }
    }

    private void runDue() {
        long now = System.nanoTime();
        for (Due next = timers.peek(); next != null && next.nanos - now <= 0; next = timers.peek()) {
            timers.poll();
            next.work.run();
        }
    }

    /** Runs the work on the loop's thread, soon. From any thread. */
    void execute(Runnable work) {
        handed.add(work);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Runs the question on the loop's thread and waits for its answer. From any other thread. */
    <R> R ask(Callable<R> question) {
        var answer = new CompletableFuture<R>();
        execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception trouble) {
                answer.completeExceptionally(trouble);
            }
        });
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException trouble) {
            throw new IllegalStateException("the question could not be answered", trouble.getCause());
        } catch (TimeoutException silent) {
            throw new IllegalStateException("the clients' loop does not answer", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    /** Waits until the condition, looked at on the loop's thread, is true; false when the time is up first. */
    boolean await(BooleanSupplier condition, long patienceMillis) throws InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        while (!ask(condition::getAsBoolean)) {
            if (failure != null) {
                throw new IllegalStateException("the clients' loop broke", failure);
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    /** Runs the work at a moment of System.nanoTime. On the loop's thread only. */
    void at(long nanos, Runnable work) {
        timers.add(new Due(nanos, timerNumber++, work));
    }

    /** On the loop's thread only. */
    void after(long millis, Runnable work) {
        at(System.nanoTime() + millis * 1_000_000, work);
    }

    /** Opens a WebSocket. On the loop's thread only. */
    Wire open(Wire.Door door, Wire.Listener listener) {
        var wire = new Wire(this, door, listener);
        try {
            wire.connect(selector);
        } catch (IOException trouble) {
            execute(() -> wire.end(0, String.valueOf(trouble.getMessage())));
        }
        return wire;
    }

    ByteBuffer reading() {
        return reading;
    }

    static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(host, port);
    }

    @Override
    public void close() {
        ended = true;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

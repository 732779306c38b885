package chat.beseda.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers what takes long to read and count on threads of its own, half as many as there are processors. Nothing interrupts a virtual
 * thread that computes: on those, a few reports at once would make every message wait until they are done. Thread-safe.
 */
public final class LongReadings {
    private static final long REST_SECONDS = 30;

    private final ThreadPoolExecutor threads;

    public LongReadings() {
        int number = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        threads = new ThreadPoolExecutor(
                number,
                number,
                REST_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("long-reading-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** The same route, answered there. */
    public Route aside(Route route) {
        return new Route(
                route.method(), route.path(), route.needs(), route.unasked(), call -> answer(route.action(), call));
    }

    private @Nullable Object answer(Route.Action action, Call call) {
        try {
            return CompletableFuture.<@Nullable Object>supplyAsync(() -> action.answer(call), threads)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw failure;
        }
    }
}

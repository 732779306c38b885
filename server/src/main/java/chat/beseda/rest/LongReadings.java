package chat.beseda.rest;

import chat.beseda.web.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what takes long to read and count on threads of its own, half as many as there are processors. Nothing interrupts a virtual
 * thread that computes: on those, a few reports at once would make every message wait until they are done. Files are written on others
 * again, so that a slow download keeps no figures waiting. Who comes when too many wait is told to come back. Thread-safe.
 */
public final class LongReadings {
    private static final long REST_SECONDS = 30;
    private static final int FEWEST = 2;
    private static final int WRITERS = 4;
    private static final int MOST_WAITING = 64;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Executor readers;
    private final Executor writers;

    public LongReadings() {
        this(Math.max(FEWEST, Runtime.getRuntime().availableProcessors() / 2), MOST_WAITING);
    }

    LongReadings(int number, int mostWaiting) {
        readers = threads("long-reading-", number, mostWaiting);
        writers = threads("file-writing-", WRITERS, mostWaiting);
    }

    private static Executor threads(String name, int number, int mostWaiting) {
        var threads = new ThreadPoolExecutor(
                number,
                number,
                REST_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().name(name, 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** The same route, answered there. */
    public Route aside(Route route) {
        return new Route(
                route.method(), route.path(), route.needs(), route.unasked(), call -> answer(route.action(), call));
    }

    private @Nullable Object answer(Route.Action action, Call call) {
        Object answer = on(readers, () -> action.answer(call));
        if (answer instanceof Streamed file) {
            return (Streamed) context -> on(writers, () -> {
                file.to(context);
                return null;
            });
        }
        return answer;
    }

    private static @Nullable Object on(Executor threads, Supplier<@Nullable Object> work) {
        try {
            return CompletableFuture.<@Nullable Object>supplyAsync(work, threads)
                    .join();
        } catch (RejectedExecutionException full) {
            throw Problem.later(503, "busy", RETRY).refused();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw failure;
        }
    }
}

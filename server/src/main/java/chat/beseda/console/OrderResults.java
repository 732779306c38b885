package chat.beseda.console;

import chat.beseda.frames.ToEither;
import chat.beseda.operators.OperatorId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What became of operators' orders in the last ten minutes, so that one given twice, because its answer was lost on the way,
 * is carried out once. Thread-safe.
 */
final class OrderResults {
    static final Duration KEPT = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Map<Order, Result> results = new ConcurrentHashMap<>();

    OrderResults(InstantSource clock) {
        this.clock = clock;
    }

    /** Carries the order out and keeps the answer, unless it was carried out before. "Try again later" is not kept. */
    ToEither once(OperatorId operator, String rid, Supplier<ToEither> order) {
        var key = new Order(operator, rid);
        var mine = new Result(clock.millis(), new CompletableFuture<>());
        Result before = results.putIfAbsent(key, mine);
        if (before != null) {
            return before.answer.join();
        }
        try {
            ToEither answer = order.get();
            if (answer instanceof ToEither.Refused refused && refused.retryMs() != null) {
                results.remove(key);
            }
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException failure) {
            results.remove(key);
            mine.answer.completeExceptionally(failure);
            throw failure;
        }
    }

    void forgetOld() {
        long limit = clock.millis() - KEPT.toMillis();
        results.values().removeIf(result -> result.at < limit);
    }

    private record Order(OperatorId operator, String rid) {}

    private record Result(long at, CompletableFuture<ToEither> answer) {}
}

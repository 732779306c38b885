package chat.beseda.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.forms.Unknown;
import chat.beseda.web.Refused;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LongReadingsTest {
    private static final Call CALL = new Call(
            (Context) Proxy.newProxyInstance(
                    Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> null),
            null);

    @Test
    void whatTakesLongRunsWhereItKeepsNoVirtualThreadWaiting() {
        Route route = new LongReadings()
                .aside(Route.open(
                        HandlerType.GET,
                        "/api/slow",
                        call -> Thread.currentThread().isVirtual()));

        assertThat(route.action().answer(CALL)).isEqualTo(false);
        assertThat(route.path()).isEqualTo("/api/slow");
    }

    @Test
    void whatGoesWrongThereIsToldAsItIs() {
        Route route = new LongReadings().aside(Route.open(HandlerType.GET, "/api/slow", call -> {
            throw new Unknown("conversation", 7);
        }));

        assertThatThrownBy(() -> route.action().answer(CALL)).isInstanceOf(Unknown.class);
    }

    @Test
    void filesAreWrittenThereTooAndKeepNoFiguresWaiting() throws InterruptedException {
        var readings = new LongReadings(1, 1);
        var begun = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var writer = new CompletableFuture<Boolean>();
        Route export = readings.aside(Route.open(HandlerType.GET, "/api/export", call -> (Streamed) context -> {
            begun.countDown();
            await(taken);
            writer.complete(Thread.currentThread().isVirtual());
        }));
        Route figures = readings.aside(Route.open(HandlerType.GET, "/api/figures", call -> "figures"));
        Streamed file = (Streamed) Objects.requireNonNull(export.action().answer(CALL));

        Thread download = Thread.ofVirtual().start(() -> file.to(CALL.context()));
        await(begun);
        assertThat(figures.action().answer(CALL)).isEqualTo("figures");
        taken.countDown();
        download.join();

        assertThat(writer.join()).isFalse();
    }

    @Test
    void whoComesWhenTooManyWaitIsToldToComeBack() {
        var enough = new CountDownLatch(1);
        Route route = new LongReadings(1, 1).aside(Route.open(HandlerType.GET, "/api/slow", call -> {
            await(enough);
            return "done";
        }));
        List<CompletableFuture<Object>> asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> Objects.requireNonNull(route.action().answer(CALL)),
                        task -> Thread.ofVirtual().start(task)))
                .limit(3)
                .toList();

        assertThatThrownBy(() -> CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(503));
        enough.countDown();
        assertThat(asked.stream()
                        .map(each -> each.exceptionally(refused -> "busy").join()))
                .containsExactlyInAnyOrder("done", "done", "busy");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

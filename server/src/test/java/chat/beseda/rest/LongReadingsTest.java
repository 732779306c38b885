package chat.beseda.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.forms.Unknown;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.lang.reflect.Proxy;
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
}

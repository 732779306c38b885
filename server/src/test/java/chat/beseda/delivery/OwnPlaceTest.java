package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.VisitorId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Visitors say in their window where they are. */
class OwnPlaceTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void citiesAreFoundByTheBeginningAndTheChosenOneIsKept() {
        TestLine visitor = panel(null);
        visitor.send(Map.of("t", "findCity", "rid", "f1", "prefix", "Сарат"));
        JsonNode found = visitor.await("cities");
        assertThat(found.get("prefix").stringValue()).isEqualTo("Сарат");
        assertThat(found.get("cities").get(0).get("city").stringValue()).isEqualTo("Саратов");
        assertThat(found.get("cities").get(0).get("region").stringValue()).isEqualTo("Саратовская область");
        visitor.await("done");

        say(visitor, "s1", "Саратов", "Саратовская область");
        JsonNode told = visitor.await("place");
        assertThat(told.get("city").stringValue()).isEqualTo("Саратов");
        assertThat(told.get("ask").booleanValue()).isFalse();
        visitor.await("done");
        assertThat(said()).isEqualTo(Map.of(PlaceSource.VISITOR, new Place("RU", "RU-SAR", "Saratov")));

        say(visitor, "s2", " ", null);
        visitor.await("done");
        assertThat(said()).isEmpty();
    }

    @Test
    void aCityThatIsNoneIsKeptAsItWasSaidAndCut() {
        TestLine visitor = panel(null);
        say(visitor, "s1", "\u202e<b>Вишенки</b>\u0000" + "я".repeat(5_000), "Нарния");
        visitor.await("done");
        Place place = Objects.requireNonNull(said().get(PlaceSource.VISITOR));
        assertThat(String.valueOf(place.city())).startsWith("<b>Вишенки</b> я").hasSize(100);
        assertThat(place.country()).isEmpty();
    }

    @Test
    void whereTheDeviceIsBecomesACityAndTheCoordinatesAreForgotten() {
        TestLine visitor = panel(null);
        visitor.send(Map.of("t", "location", "rid", "l1", "latitude", 58.0105, "longitude", 56.2294));
        assertThat(visitor.await("place").get("city").stringValue()).isEqualTo("Пермь");
        visitor.await("done");
        assertThat(said()).isEqualTo(Map.of(PlaceSource.DEVICE, new Place("RU", "RU-PER", "Perm")));
    }

    @ParameterizedTest
    @CsvSource({"91, 56", "58, 200", "1e308, -1e308", "0, 0", "48.85, 2.35"})
    void coordinatesOutOfRangeOrFarFromEveryCityWeKnowAreRefused(double latitude, double longitude) {
        TestLine visitor = panel(null);
        visitor.send(Map.of("t", "location", "rid", "l1", "latitude", latitude, "longitude", longitude));
        JsonNode refused = visitor.await("refused");
        assertThat(refused.get("rid").stringValue()).isEqualTo("l1");
        assertThat(refused.get("code").stringValue()).isEqualTo("place_unknown");
        assertThat(said()).isEmpty();
    }

    @Test
    void aLoaderMayNotSayIt() {
        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(null));
        loader.await("synced");
        say(loader, "s1", "Пермь", null);
        assertThat(loader.await("refused").get("code").stringValue()).isEqualTo("forbidden");
    }

    @Test
    void whoSaysItTooOftenIsToldToWait() {
        TestLine visitor = panel(null);
        for (int i = 0; i < 100; i++) {
            visitor.send(Map.of("t", "findCity", "rid", "f" + i, "prefix", "П"));
        }
        JsonNode refused = visitor.await("refused");
        assertThat(refused.get("code").stringValue()).isEqualTo("rate");
        assertThat(refused.get("retryMs").longValue()).isPositive();
    }

    private static void say(TestLine line, String rid, String city, @Nullable String region) {
        var frame = new HashMap<String, Object>();
        frame.put("t", "city");
        frame.put("rid", rid);
        frame.put("city", city);
        frame.put("region", region);
        line.send(frame);
    }

    private Map<PlaceSource, Place> said() {
        VisitorId only = server.presence.all().iterator().next().visitor();
        return server.visitors.byId(only).orElseThrow().said();
    }
}

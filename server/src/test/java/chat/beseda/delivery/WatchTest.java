package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.Role;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consoles watch the live list of visitors over a line. */
class WatchTest extends LineField {
    private static final Duration BEAT = Duration.ofMillis(250);

    private int read;

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void whoComesMovesAsksAndLeavesIsSeenAtOnce() {
        TestLine operator = console(server.anna.id());
        operator.send(watch("", List.of()));
        assertThat(operator.await("visitors").get("rows")).isEmpty();

        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(null));
        loader.await("synced");
        JsonNode row = changed(operator).get("rows").get(0);
        assertThat(row.get("at").intValue()).isZero();
        assertThat(row.get("row").get("state").stringValue()).isEqualTo("browsing");
        assertThat(row.get("row").get("page").get("title").stringValue()).isEqualTo("Kettles");
        assertThat(row.get("row").get("offset").intValue()).isEqualTo(180);
        assertThat(row.get("row").get("screen").stringValue()).isEqualTo("1280 × 800");
        String id = row.get("row").get("id").stringValue();

        loader.send(Map.of(
                "t", "page", "page", Map.of("url", "https://shop.example/b", "title", "Basket", "referrer", "")));
        JsonNode moved = changed(operator).get("rows").get(0).get("row");
        assertThat(moved.get("page").get("title").stringValue()).isEqualTo("Basket");
        assertThat(moved.get("pages").intValue()).isEqualTo(2);

        loader.close();
        changed(operator, "\"left\"");
        changed(operator, "\"gone\":[\"" + id);
    }

    @Test
    void whatTheSiteSaysOfThePlaceIsShownWithWhoSaysOtherwise() {
        TestLine operator = console(server.anna.id());
        operator.send(watch("", List.of()));
        operator.await("visitors");
        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(null));
        loader.await("synced");
        loader.send(Map.of("t", "values", "values", "{\"city\":\" Саратов\\u0000 \",\"cart\":5}"));
        JsonNode place =
                changed(operator, "\"Саратов\"").get("rows").get(0).get("row").get("place");
        assertThat(place.get("source").stringValue()).isEqualTo("site");
        assertThat(place.get("region").stringValue()).isEqualTo("Саратовская область");
        assertThat(place.get("doubtful").booleanValue())
                .as("the browser's clock is Moscow's")
                .isTrue();
        assertThat(place.get("others").get(0).get("source").stringValue()).isEqualTo("zone");

        loader.send(Map.of("t", "values", "values", "{\"city\":\"<b>Вишенки</b>\",\"country\":\"Нигде\"}"));
        JsonNode unknown =
                changed(operator, "Вишенки").get("rows").get(0).get("row").get("place");
        assertThat(unknown.get("city").stringValue()).isEqualTo("<b>Вишенки</b>");
        assertThat(unknown.get("region").isNull()).isTrue();
        assertThat(unknown.get("country").stringValue()).as("of the zone").isEqualTo("Россия");

        loader.send(Map.of("t", "values", "values", "{\"city\":\"\"}"));
        changed(operator, "\"source\":\"zone\"");
    }

    @Test
    void filtersAndSearchLetThroughWhatTheySay() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        operator.send(watch("kettles", List.of("browsing")));
        assertThat(operator.await("visitors").get("total").intValue()).isEqualTo(1);
        operator.send(watch("teapots", List.of()));
        assertThat(operator.await("visitors").get("total").intValue()).isZero();
        operator.send(watch("", List.of("waiting")));
        assertThat(operator.await("visitors").get("total").intValue()).isZero();

        asked(visitor, "Есть ли чайник?");
        JsonNode waiting = changed(operator).get("rows").get(0).get("row");
        assertThat(waiting.get("state").stringValue()).isEqualTo("waiting");
        assertThat(waiting.get("conversation").isString()).isTrue();
    }

    @Test
    void nobodySeesVisitorsOfSitesNotTheirs() {
        panel(null);
        TestLine other = console(
                server.join("Boris", Role.OPERATOR, server.anotherSite("Other").id())
                        .id());
        other.send(watch("", List.of()));
        assertThat(other.await("visitors").get("total").intValue()).isZero();
        assertThat(other.journal().stream()
                        .filter(frame -> frame.get("t").stringValue().equals("visitors_online"))
                        .map(frame -> frame.get("count").intValue()))
                .containsOnly(0);
    }

    @Test
    void nothingComesAfterUnwatch() {
        TestLine operator = console(server.anna.id());
        operator.send(watch("", List.of()));
        operator.await("visitors");
        operator.send(Map.of("t", "unwatch"));
        operator.send(Map.of("t", "probe"));
        operator.await("beat");
        panel(null);
        server.pass(BEAT.multipliedBy(4));
        operator.send(Map.of("t", "probe"));
        operator.await("beat");
        assertThat(operator.text()).doesNotContain("visitors_changed");
    }

    /** The next news of the window; time passes until it comes. */
    private JsonNode changed(TestLine operator) {
        return changed(operator, "");
    }

    private JsonNode changed(TestLine operator, String with) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            server.pass(BEAT);
            operator.send(Map.of("t", "beat"));
            List<JsonNode> news = operator.journal().stream()
                    .filter(frame -> frame.get("t").stringValue().equals("visitors_changed"))
                    .toList();
            for (int i = read; i < news.size(); i++) {
                if (text(news.get(i)).contains(with)) {
                    read = i + 1;
                    return news.get(i);
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("no change with " + with + " in " + operator.text());
    }

    private static Map<String, Object> watch(String search, List<String> states) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("states", states);
        filter.put("page", "");
        filter.put("city", "");
        filter.put("source", "");
        return Map.of(
                "t",
                "watch",
                "sort",
                Map.of("by", "since", "descending", true),
                "filter",
                filter,
                "search",
                search,
                "language",
                "ru",
                "from",
                0,
                "count",
                50);
    }
}

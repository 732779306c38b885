package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.Hellos;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorMoved;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages told faster than anybody reads show where the visitor is, and are no steps of a walk that is stored and told. */
class HastyPagesTest extends LineField {
    private static final int AT_ONCE = 10;

    private final List<Page> steps = new CopyOnWriteArrayList<>();

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @BeforeEach
    void count() {
        server.bus.subscribe(VisitorMoved.class, news -> {
            Page page = news.present().page();
            if (news.move() == VisitorMoved.Move.OPENED_PAGE && page != null) {
                steps.add(page);
            }
        });
    }

    @Test
    void aLineThatRunsThroughPagesTakesTenSteps() {
        TestLine panel = panel(null);
        for (int i = 1; i <= 40; i++) {
            panel.send(Map.of("t", "page", "page", page(i)));
        }
        panel.send(Map.of("t", "probe"));
        panel.await("beat");

        server.settle();
        assertThat(steps).hasSize(AT_ONCE);
        assertThat(shown()).isEqualTo("https://shop.example/40");
    }

    @Test
    void linesThatComeAndGoTakeNoMore() {
        String token = token(panel(null));
        for (int i = 1; i <= 20; i++) {
            var hello = Hellos.panel(token);
            hello.put("page", page(i));
            hello.put("tab", "tab " + i);
            TestLine line = line("visitor", siteQuery(), server.origin());
            line.send(hello);
            line.await("synced");
            line.close();
        }

        server.settle();
        assertThat(steps).hasSize(AT_ONCE);
        assertThat(shown()).isEqualTo("https://shop.example/20");
    }

    @Test
    void thePageHeIsOnTakesNothing() {
        String token = token(panel(null));
        for (int i = 0; i < 20; i++) {
            TestLine line = panel(token);
            line.close();
        }
        TestLine panel = panel(token);
        panel.send(Map.of("t", "page", "page", page(1)));
        panel.send(Map.of("t", "probe"));
        panel.await("beat");

        server.settle();
        assertThat(steps).hasSize(2);
    }

    private static Map<String, Object> page(int number) {
        return Map.of("url", "https://shop.example/" + number, "title", "Page", "referrer", "");
    }

    private String shown() {
        PresentVisitor only = server.presence.all().iterator().next();
        Page page = only.page();
        return page == null ? "" : page.url();
    }
}

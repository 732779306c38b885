package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.sites.Site;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Open consoles learn of requests that their operators may see, and of no others. */
class RequestNewsTest extends LineField {
    private static final String NEWS = "request";

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void whoMaySeeItIsToldThatItArrivedAndWhoTookIt() {
        Site elsewhere = server.anotherSite("Elsewhere");
        Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
        Operator stranger = server.join("Vera", Role.OPERATOR, elsewhere.id());
        TestLine annas = console(server.anna.id());
        TestLine other = console(boris.id());
        TestLine strangers = console(stranger.id());
        RequestKind kind = server.requests.kinds().create(Actor.program(), RequestsFixture.calls());
        Visitor visitor =
                server.visitors.recognise(server.site.id(), null, null, true).visitor();

        Request left = RequestsFixture.left(server.requests, kind, visitor, server.site, server.clock);

        JsonNode arrived = annas.await(NEWS);
        assertThat(arrived.get("why").stringValue()).isEqualTo("arrived");
        assertThat(arrived.get("id").stringValue()).isEqualTo(left.id().toString());
        assertThat(arrived.get("yours").booleanValue()).isTrue();
        assertThat(other.await(NEWS).get("state").stringValue()).isEqualTo("open");
        server.requests.work().claim(boris, left.id());
        assertThat(annas.await(NEWS).get("yours").booleanValue()).isFalse();
        assertThat(other.await(NEWS).get("yours").booleanValue()).isTrue();
        server.settle();
        strangers.send(Map.of("t", "probe"));
        strangers.await("beat");
        assertThat(strangers.journal())
                .noneMatch(frame -> frame.get("t").stringValue().equals(NEWS));
    }
}

package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.Hellos;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import org.junit.jupiter.api.Test;

/** Over WebSockets, through a real Jetty. */
class SocketRulesTest extends RulesContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void aFrameMayComeInPieces() {
        var line = (SocketTestLine) line("visitor", siteQuery(), server.origin());
        line.send(Hellos.panel(null));
        line.await("synced");
        line.sendInPieces("{\"t\":\"pro", "be\"}");
        assertThat(line.await("beat").get("tops").isEmpty()).isTrue();
    }
}

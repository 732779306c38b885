package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a site's own script asks for, over a line: U-api. */
class PageScriptTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void itInvitesInTheNameOfSomebodyOnLineAndARefusalIsRespected() {
        TestLine page = page();
        page.send(Map.of("t", "askInvitation", "text", "Nobody says this"));
        settled(page);
        TestLine console = console(server.anna.id());
        console.send(Map.of("t", "state", "rid", "on", "state", "online"));
        passUntil(page, "site", news -> news.get("site").get("online").booleanValue());
        page.send(Map.of("t", "askInvitation", "text", " Показать\u202E чайники? "));
        JsonNode invite = page.await("invite");
        assertThat(invite.get("text").stringValue()).isEqualTo("Показать чайники?");
        assertThat(invite.get("person").get("name").stringValue()).isEqualTo("Anna");

        page.send(Map.of("t", "invited", "id", invite.get("id").stringValue(), "outcome", "shown"));
        page.send(Map.of("t", "invited", "id", invite.get("id").stringValue(), "outcome", "refused"));
        page.send(Map.of("t", "askInvitation", "text", "Again"));
        settled(page);
        assertThat(page.text()).doesNotContain("Nobody says this").doesNotContain("Again");
    }

    @Test
    void goalsBeyondWhatAVisitorCanDoAreRefused() {
        TestLine page = page();
        for (int i = 0; i < 21; i++) {
            page.send(Map.of("t", "goal", "name", "order", "value", 1200.5));
        }
        assertThat(page.await("refused").get("code").stringValue()).isEqualTo("rate");
    }

    private TestLine page() {
        TestLine page = line("visitor", siteQuery(), LineServer.SHOP);
        page.send(Hellos.visitor("loader", null, null, null, List.of()));
        page.await("synced");
        return page;
    }

    /** What was sent before has been done: a line's frames are heard one after the other. */
    private static void settled(TestLine page) {
        page.send(Map.of("t", "probe"));
        page.await("beat");
    }
}

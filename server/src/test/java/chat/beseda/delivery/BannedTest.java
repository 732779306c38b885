package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Ban;
import chat.beseda.conversations.Conversation;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever is banned has no line, and gets none. */
class BannedTest extends LineField {
    private static final int BANNED = 4410;

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void theLinesOfTheBannedEndAndNoneIsOpenedUntilTheBanIsLifted() {
        TestLine panel = panel(null);
        String token = token(panel);
        var ban = ban(only(), null);
        assertThat(panel.awaitClose()).isEqualTo(BANNED);

        TestLine again = line("visitor", siteQuery(), server.origin());
        again.send(Hellos.panel(token));
        assertThat(again.awaitClose()).isEqualTo(BANNED);

        panel(null);
        server.bans.lift(Actor.program(), ban);
        panel(token);
    }

    @Test
    void whoeverComesFromABannedAddressIsTurnedAwayAndOthersKeepTheirLines() {
        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(null));
        loader.await("synced");
        ban(only(), "127.0.0.1");
        assertThat(loader.awaitClose()).isEqualTo(BANNED);
        TestLine newcomer = line("visitor", siteQuery(), LineServer.SHOP);
        assertThat(newcomer.awaitClose()).isEqualTo(BANNED);
    }

    @Test
    void aLineOpenedBeforeItsAddressWasBannedIsNotWelcomedAfterwards() {
        TestLine silent = line("visitor", siteQuery(), server.origin());
        panel(null);
        ban(only(), "127.0.0.1");
        silent.send(Hellos.panel(null));
        assertThat(silent.awaitClose()).isEqualTo(BANNED);
        assertThat(silent.text()).doesNotContain("welcome");
    }

    @Test
    void aQuestionOfTheBannedWaitsNoMore() {
        TestLine panel = panel(null);
        asked(panel, "Ну вы и…");
        TestLine operator = console(server.anna.id());
        var waiting = server.conversations.open(10).getFirst();
        server.conversations.dismiss(server.anna.id(), waiting.id());
        assertThat(operator.await("conversation", head -> head.toString().contains("\"closed\"")))
                .isNotNull();
        assertThat(server.conversations.byId(waiting.id()).orElseThrow()).isInstanceOf(Conversation.Closed.class);
    }

    private Visitor only() {
        var present = server.presence.all().iterator().next();
        return server.visitors.byId(present.visitor()).orElseThrow();
    }

    private Ban ban(Visitor visitor, @Nullable String address) {
        return server.bans.ban(Actor.program(), server.anna.id(), visitor, address, null, "");
    }
}

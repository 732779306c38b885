package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ban ends conversations, but only those its author might end. */
class BanOverHttpTest {
    private static final String ALONE = "{\"address\": false, \"hours\": 24, \"reason\": \"\"}";
    private static final String ADDRESS = "{\"address\": true, \"hours\": 24, \"reason\": \"\"}";

    @TempDir
    Path photos;

    private ConsoleServer server;
    private Site shop;
    private Operator boris;
    private Operator vera;

    @BeforeEach
    void start() {
        server = new ConsoleServer(photos);
        shop = server.setUp().site();
        boris = server.join("boris", Role.OPERATOR, shop.id());
        vera = server.join("vera", Role.SUPERVISOR, shop.id());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aColleaguesConversationIsNotEndedThatWay() {
        Visitor visitor = server.visitor(shop.id());
        ConversationId veras = server.question(visitor);
        server.conversations.take(vera.id(), veras, 0);

        Browser.Answer refused = server.browser(boris).post(ban(visitor), ALONE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("conversation_of_another");
        assertThat(server.bans.all()).isEmpty();
        assertThat(server.conversations.byId(veras).orElseThrow()).isInstanceOf(Conversation.Active.class);
    }

    @Test
    void onesOwnAndWhatWaitsIsEnded() {
        Visitor mine = server.visitor(shop.id());
        ConversationId own = server.question(mine);
        server.conversations.take(boris.id(), own, 0);
        Visitor other = server.visitor(shop.id());
        ConversationId waiting = server.question(other);

        assertThat(server.browser(boris).post(ban(mine), ALONE).status()).isEqualTo(200);
        assertThat(server.browser(boris).post(ban(other), ALONE).status()).isEqualTo(200);

        assertThat(closed(own)).isTrue();
        assertThat(closed(waiting)).isTrue();
    }

    @Test
    void whoMayTakeOverMayEndAColleaguesToo() {
        Visitor visitor = server.visitor(shop.id());
        ConversationId his = server.question(visitor);
        server.conversations.take(boris.id(), his, 0);

        assertThat(server.browser(vera).post(ban(visitor), ALONE).status()).isEqualTo(200);
        assertThat(closed(his)).isTrue();
    }

    @Test
    void theBanOfAnAddressEndsWhatWaitsFromItAndNothingElse() {
        Visitor rude = present("192.0.2.7");
        Visitor neighbour = present("192.0.2.7");
        Visitor stranger = present("192.0.2.8");
        ConversationId first = server.question(rude);
        ConversationId second = server.question(neighbour);
        ConversationId third = server.question(stranger);

        assertThat(server.browser(boris).post(ban(rude), ADDRESS).status()).isEqualTo(200);

        assertThat(closed(first)).isTrue();
        assertThat(closed(second)).isTrue();
        assertThat(closed(third)).isFalse();
    }

    @Test
    void anAddressFromWhichAColleaguesVisitorComesIsNotBanned() {
        Visitor rude = present("2001:db8:0:1::7");
        Visitor neighbour = present("2001:db8:0:1::8");
        ConversationId veras = server.question(neighbour);
        server.conversations.take(vera.id(), veras, 0);

        Browser.Answer refused = server.browser(boris).post(ban(rude), ADDRESS);

        assertThat(refused.text("/code")).isEqualTo("conversation_of_another");
        assertThat(closed(veras)).isFalse();
    }

    private Visitor present(String address) {
        Visitor visitor = server.visitor(shop.id());
        server.visitorPresence.arrived(
                visitor.id(),
                shop.id(),
                "line " + visitor.id(),
                new VisitorFacts("ru", "", null, null, "", address),
                null);
        return visitor;
    }

    private boolean closed(ConversationId id) {
        return server.conversations.byId(id).orElseThrow() instanceof Conversation.Closed;
    }

    private static String ban(Visitor visitor) {
        return "/api/visitors/" + visitor.id().value() + "/ban";
    }
}

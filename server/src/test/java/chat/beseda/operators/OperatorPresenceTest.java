package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.people.FirstSetUp;
import chat.beseda.sites.SiteId;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorPresenceTest {
    private PeopleFixture fixture;
    private OperatorPresence presence;
    private Operator anna;
    private SiteId shop;

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(TestEngine.SQLITE);
        FirstSetUp.Made made = fixture.setUp();
        anna = made.administrator();
        shop = made.site().id();
        presence = fixture.people().presence();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOperatorIsConnectedFromTheFirstLineToTheLast() {
        presence.connected(anna.id(), "one");
        presence.connected(anna.id(), "two");
        presence.connected(anna.id(), "two");
        presence.disconnected(anna.id(), "one");
        assertThat(presence.isConnected(anna.id())).isTrue();

        fixture.clock.advance(Duration.ofSeconds(5));
        presence.disconnected(anna.id(), "two");
        presence.disconnected(anna.id(), "two");

        assertThat(presence.isConnected(anna.id())).isFalse();
        assertThat(fixture.bus.news(OperatorPresenceChanged.class)).hasSize(2);
        assertThat(fixture.people().operators().byId(anna.id()).orElseThrow().lastSeenAt())
                .isEqualTo(fixture.clock.millis());
    }

    @Test
    void onLineIsWhoSaysSoAndIsConnected() {
        assertThat(presence.onLine(shop)).isEmpty();
        presence.connected(anna.id(), "one");
        assertThat(presence.onLine(shop)).containsExactly(anna);

        fixture.people().operators().setState(anna.id(), OperatorState.AWAY);

        assertThat(presence.onLine(shop)).isEmpty();
        assertThat(presence.isConnected(anna.id())).isTrue();
    }

    @Test
    void onlyThoseWhoServeTheSiteAreOnLineForIt() {
        Operator boris = fixture.join("boris", Role.OPERATOR, shop);
        presence.connected(boris.id(), "one");

        assertThat(presence.onLine(shop)).containsExactly(boris);
        assertThat(presence.onLine(new SiteId(1))).isEmpty();
    }
}

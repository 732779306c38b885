package chat.beseda.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorChanged;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Profiles} promise on every engine. */
abstract class ProfilesContract {
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");

    private final TestHouse house;
    private final Clients clients;
    private final Profiles profiles;
    private final SiteId site;
    private final Visitor laptop;
    private final Visitor phone;

    ProfilesContract(TestEngine engine) {
        house = new TestHouse(engine);
        var audit = new Audit(house.database, new IdSource(house.clock), house.clock);
        clients = new Clients(house.database, house.bus, house.visitors, audit, house.clock);
        profiles = clients.profiles();
        site = house.aSite();
        laptop = house.aVisitor(site);
        phone = house.aVisitor(site);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoIsMergedIsOnePersonUntilSeparated() {
        Visitor tablet = house.aVisitor(site);
        house.visitors.changeContacts(laptop.id(), "Анна", "anna@example.org", null);
        house.visitors.changeContacts(tablet.id(), null, "work@example.org", "+7 900");
        assertThat(profiles.of(laptop.id())).containsExactly(laptop.id());

        profiles.merge(ACTOR, now(laptop), now(tablet));
        profiles.merge(ACTOR, now(phone), now(tablet));
        for (Visitor each : new Visitor[] {laptop, phone, tablet}) {
            assertThat(profiles.of(each.id())).containsExactly(laptop.id(), phone.id(), tablet.id());
            assertThat(now(each).name())
                    .isEqualTo(each.equals(phone) ? now(tablet).name() : "Анна");
        }
        assertThat(now(tablet).email()).isEqualTo("work@example.org");
        assertThat(now(laptop).phone()).isEqualTo("+7 900");
        assertThat(house.bus.news(VisitorChanged.class)).contains(new VisitorChanged(phone.id()));

        profiles.separate(ACTOR, laptop);
        assertThat(profiles.of(laptop.id())).containsExactly(laptop.id());
        assertThat(profiles.of(phone.id())).containsExactly(phone.id(), tablet.id());
        profiles.merge(ACTOR, now(laptop), house.aVisitor(site));
        assertThat(profiles.of(phone.id())).doesNotContain(laptop.id());
    }

    @Test
    void whatWasLeftMeanwhileIsNotOverwritten() {
        house.visitors.changeContacts(phone.id(), "Вера", "vera@example.org", null);
        Visitor before = now(laptop);
        Visitor other = now(phone);
        house.visitors.changeContacts(laptop.id(), "Анна", null, "+7 900");
        house.visitors.changeContacts(phone.id(), "Вера", "work@example.org", null);
        profiles.merge(ACTOR, before, other);
        assertThat(now(laptop))
                .extracting(Visitor::name, Visitor::email, Visitor::phone)
                .containsExactly("Анна", "work@example.org", "+7 900");
        assertThat(now(phone))
                .extracting(Visitor::name, Visitor::email, Visitor::phone)
                .containsExactly("Вера", "work@example.org", "+7 900");
    }

    @Test
    void theSameSignedClientIsOnePersonAndTheSameClaimedOneIsOnlyAlike() throws GeneralSecurityException {
        clients.introduce(laptop, Map.of("id", "C-17"));
        clients.introduce(phone, Map.of("id", "C-17"));
        assertThat(profiles.of(laptop.id())).containsExactly(laptop.id());
        assertThat(profiles.alike(laptop)).extracting(Visitor::id).containsExactly(phone.id());
        assertThat(profiles.found(laptop, "C-17")).extracting(Visitor::id).containsExactly(phone.id());

        String hash = signed("C-17", clients.settings(ACTOR, site).secret());
        clients.introduce(laptop, Map.of("id", "C-17", "hash", hash));
        assertThat(profiles.of(laptop.id())).containsExactly(laptop.id());
        clients.introduce(phone, Map.of("id", "C-17", "hash", hash));
        assertThat(profiles.of(laptop.id())).containsExactly(laptop.id(), phone.id());
        assertThat(profiles.alike(laptop)).isEmpty();
    }

    @Test
    void alikeIsWhoLeftTheSameAddressAndFoundIsWhoHasIt() {
        house.visitors.changeContacts(laptop.id(), null, "Anna@Example.org", "+7 900");
        house.visitors.changeContacts(phone.id(), null, "anna@example.org", null);
        assertThat(profiles.alike(now(laptop))).extracting(Visitor::id).containsExactly(phone.id());
        assertThat(profiles.alike(house.aVisitor(site))).isEmpty();
        assertThat(profiles.found(phone, "+7 900")).extracting(Visitor::id).containsExactly(laptop.id());
        assertThat(profiles.found(phone, Long.toString(laptop.number())))
                .extracting(Visitor::id)
                .containsExactly(laptop.id());
        assertThat(profiles.found(phone, "ANNA@example.org")).hasSize(1);
        assertThat(profiles.found(phone, "99999999999999999999' OR 1=1 --")).isEmpty();
        profiles.merge(ACTOR, now(laptop), now(phone));
        assertThat(profiles.alike(now(laptop))).isEmpty();
    }

    @Test
    void visitorsOfDifferentSitesAreNotMerged() {
        Visitor elsewhere = house.aVisitor();
        assertThatThrownBy(() -> profiles.merge(ACTOR, laptop, elsewhere)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String signed(String id, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
    }

    private Visitor now(Visitor visitor) {
        return house.visitors.byId(visitor.id()).orElseThrow();
    }
}

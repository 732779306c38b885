package chat.beseda.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorChanged;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Clients} promise on every engine (C-id, M-crm). */
abstract class ClientsContract {
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");

    private final TestHouse house;
    private final Clients clients;
    private final Visitor visitor;

    ClientsContract(TestEngine engine) {
        house = new TestHouse(engine);
        clients = clients();
        visitor = house.aVisitor();
    }

    private Clients clients() {
        var audit = new Audit(house.database, new IdSource(house.clock), house.clock);
        return new Clients(house.database, house.bus, house.visitors, audit, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsSignedIsKnownAndOutranksWhatOperatorsWrote() throws JOSEException {
        house.visitors.changeContacts(visitor.id(), "Мама Васи", null, "+7 900 000-00-00");
        assertThat(clients.introduce(visitor, Map.of("token", token("C-17")))).isEqualTo(new Introduced.Known());
        assertThat(clients().of(visitor.id()))
                .contains(new Client("C-17", "ООО «Ромашка»", Map.of("Тариф", "Про", "Заказов", "12"), Proof.SIGNED));
        Visitor now = house.visitors.byId(visitor.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("Анна Петрова");
        assertThat(now.email()).isEqualTo("anna@example.org");
        assertThat(now.phone()).isEqualTo("+7 900 000-00-00");
    }

    @Test
    void whatIsOnlyClaimedFillsGapsAndTakesNoProofAway() throws JOSEException {
        house.visitors.changeContacts(visitor.id(), "Анна", null, null);
        clients.introduce(visitor, Map.of("id", "C-17", "name", "Чужая", "email", "a@example.org"));
        Visitor now = house.visitors.byId(visitor.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("Анна");
        assertThat(now.email()).isEqualTo("a@example.org");
        assertThat(clients.of(visitor.id()).orElseThrow().proof()).isEqualTo(Proof.CLAIMED);

        clients.introduce(visitor, Map.of("token", token("C-17")));
        clients.introduce(visitor, Map.of("id", "C-17", "company", "Другая"));
        assertThat(clients.of(visitor.id()).orElseThrow())
                .satisfies(client -> assertThat(client.proof()).isEqualTo(Proof.SIGNED))
                .satisfies(client -> assertThat(client.company()).isEqualTo("ООО «Ромашка»"));
    }

    @Test
    void anotherIdIsAnotherPersonWhoeverSaysIt() throws JOSEException {
        clients.introduce(visitor, Map.of("token", token("C-17")));
        assertThat(clients.introduce(visitor, Map.of("token", token("C-18")))).isEqualTo(new Introduced.Another());
        assertThat(clients.introduce(visitor, Map.of("id", "C-18"))).isEqualTo(new Introduced.Another());
        assertThat(clients.of(visitor.id()).orElseThrow().id()).isEqualTo("C-17");
    }

    @Test
    void ofAVisitorTheSiteHasNoIdOfItTellsAllTheSame() throws JOSEException {
        house.visitors.changeContacts(visitor.id(), "Анна", null, null);
        clients.introduce(visitor, Map.of("name", "Чужая", "email", "a@example.org", "fields", Map.of("Корзина", 3)));
        clients.introduce(visitor, Map.of("company", "Ромашка", "fields", Map.of("Корзина", 4, "Склад", "Пермь")));
        assertThat(clients().of(visitor.id()))
                .contains(new Client("", "Ромашка", Map.of("Корзина", "4", "Склад", "Пермь"), Proof.CLAIMED));
        Visitor now = house.visitors.byId(visitor.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("Анна");
        assertThat(now.email()).isEqualTo("a@example.org");

        assertThat(clients.introduce(visitor, Map.of("token", token("C-17")))).isEqualTo(new Introduced.Known());
        clients.introduce(visitor, Map.of("company", "Чужая", "fields", Map.of("Тариф", "Даром")));
        assertThat(clients.of(visitor.id()).orElseThrow())
                .isEqualTo(new Client("C-17", "ООО «Ромашка»", Map.of("Тариф", "Про", "Заказов", "12"), Proof.SIGNED));
        assertThat(clients.introduce(visitor, Map.of("id", "C-18"))).isEqualTo(new Introduced.Another());
    }

    @Test
    void whatIsSaidWithoutAnIdBelongsToTheClientNamedBefore() {
        clients.introduce(visitor, Map.of("id", "C-17", "fields", Map.of("Тариф", "Про")));
        assertThat(clients.introduce(visitor, Map.of("fields", Map.of("Корзина", 3))))
                .isEqualTo(new Introduced.Known());
        assertThat(clients.of(visitor.id()))
                .contains(new Client("C-17", null, Map.of("Тариф", "Про", "Корзина", "3"), Proof.CLAIMED));
    }

    @Test
    void whatIsNotBelievedChangesNothing() throws JOSEException {
        String good = token("C-17");
        house.clock.advance(Duration.ofHours(2));
        refused("expired", Map.of("token", good));
        clients.anotherSecret(ACTOR, visitor.site());
        refused("signature", Map.of("token", good));
        refused("malformed", Map.of("token", "no token"));
        refused("signature", Map.of("id", "C-17", "hash", "00"));
        refused("malformed", Map.of("cart", "12"));
        refused("malformed", Map.of("id", "", "name", "Анна"));
        refused("malformed", Map.of("id", "C-17\u202E"));
        refused("malformed", Map.of("id", "x".repeat(201)));
        clients.change(ACTOR, visitor.site(), true, List.of());
        refused("unsigned", Map.of("id", "C-17"));
        refused("unsigned", Map.of("name", "Анна"));
        assertThat(clients.of(visitor.id())).isEmpty();
        assertThat(house.bus.news(VisitorChanged.class)).isEmpty();
    }

    private void refused(String code, Map<String, Object> said) {
        assertThat(clients.introduce(visitor, said)).isEqualTo(new Introduced.Refused(code));
    }

    @Test
    void aPageViewOfAClientWeKnowWritesNothing() throws JOSEException {
        var said = Map.<String, Object>of("token", token("C-17"));
        clients.introduce(visitor, said);
        int news = house.bus.news(VisitorChanged.class).size();
        clients.introduce(visitor, said);
        assertThat(house.bus.news(VisitorChanged.class)).hasSize(news);
    }

    @Test
    void linksAreOfTheSiteFilledWithWhatIsKnown() {
        var crm = new ClientLink("CRM", "https://crm.example/{id}?n={field.Договор}");
        var mail = new ClientLink("Почта", "https://mail.example/?q={email}");
        clients.change(ACTOR, visitor.site(), false, List.of(crm, mail));
        clients.introduce(visitor, Map.of("id", "C 17", "fields", Map.of("Договор", 5)));
        Client client = clients.of(visitor.id()).orElseThrow();
        assertThat(clients().links(visitor, client))
                .containsExactly(
                        new FilledLink("CRM", "https://crm.example/C%2017?n=5", List.of()),
                        new FilledLink("Почта", null, List.of("email")));
        assertThat(clients.links(house.aVisitor(house.aSite()), null)).isEmpty();
    }

    @Test
    void mistakesInLinksAreAllNamed() {
        var links = List.of(
                new ClientLink("", "javascript:alert(1)"),
                new ClientLink("CRM", "https://{id}.example/"),
                new ClientLink("CRM", "https://crm.example/{mail}"));
        assertThatThrownBy(() -> clients.change(ACTOR, visitor.site(), false, links))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(FieldFault::field, FieldFault::code)
                                .containsExactly(
                                        tuple("links.0.title", "required"),
                                        tuple("links.0.template", "link"),
                                        tuple("links.1.template", "link_host"),
                                        tuple("links.2.template", "link_parameter")));
    }

    private String token(String id) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(id)
                .claim("name", "Анна Петрова")
                .claim("email", "anna@example.org")
                .claim("company", "ООО «Ромашка»")
                .claim("fields", Map.of("Тариф", "Про", "Заказов", 12))
                .expirationTime(Date.from(house.clock.instant().plus(Duration.ofHours(1))))
                .build();
        var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        signed.sign(new MACSigner(clients.settings(ACTOR, visitor.site()).secret()));
        return signed.serialize();
    }
}

package chat.beseda.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Posted;
import chat.beseda.events.Side;
import chat.beseda.operators.OperatorId;
import chat.beseda.push.Carrier.Outcome;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Pushes} promise on every engine. */
abstract class PushesContract {
    private static final Duration LONG_ENOUGH = Pushes.UNSEEN_FOR.plusSeconds(1);

    private final TestHouse house;
    private final ManualTimers timers;
    private final List<URI> told = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final OperatorId anna;
    private final Visitor visitor;
    private final Conversation conversation;
    private final KeyPair browser = Curve.newKeys();
    private final Pushes pushes;
    private boolean wanted = true;

    PushesContract(TestEngine engine) {
        house = new TestHouse(engine);
        timers = new ManualTimers(house.clock);
        anna = house.anOperator();
        visitor = house.aVisitor();
        conversation = house.aConversation(visitor);
        pushes = pushes();
        pushes.listen(house.bus);
        house.conversations.take(anna, conversation.id(), 0);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAnswerNobodySeesIsToldToEachBrowser() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        pushes.subscribe(browser("https://two.example/b"));
        answer("Да, есть");
        timers.advance(Pushes.UNSEEN_FOR.minusSeconds(1));
        assertThat(told).isEmpty();
        timers.advance(Duration.ofSeconds(2));
        assertThat(told)
                .containsExactlyInAnyOrder(URI.create("https://one.example/a"), URI.create("https://two.example/b"));
        assertThat(topics).containsOnly("c" + conversation.id());
    }

    @Test
    void whoHasSeenItIsNotTold() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        long seq = answer("Да, есть");
        house.conversations.seen(conversation.id(), Side.VISITOR, seq);
        timers.advance(LONG_ENOUGH);
        assertThat(told).isEmpty();
    }

    @Test
    void manyAnswersAreOneNotificationAMinute() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        for (int second = 0; second < 120; second++) {
            answer("Ещё " + second);
            timers.advance(Duration.ofSeconds(1));
        }
        assertThat(told).hasSize(2);
        timers.advance(Duration.ofMinutes(2));
        assertThat(told).hasSize(3);
    }

    @Test
    void afterALookTheNextIsToldSoon() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        long seq = answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        house.conversations.seen(conversation.id(), Side.VISITOR, seq);
        answer("И красный");
        timers.advance(LONG_ENOUGH);
        assertThat(told).hasSize(2);
    }

    @Test
    void aSiteThatDoesNotWantItTellsNobody() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        wanted = false;
        answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        assertThat(told).isEmpty();
    }

    @Test
    void whoWantsItNoMoreIsNotTold() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        assertThat(pushes.has(visitor.id())).isTrue();
        pushes.unsubscribe(visitor.id());
        assertThat(pushes.has(visitor.id())).isFalse();
        answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        assertThat(told).isEmpty();
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndABusyServiceIsTriedAgain() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        outcomes.add(new Outcome.Later(Duration.ofSeconds(5)));
        outcomes.add(new Outcome.Later(Duration.ofSeconds(5)));
        outcomes.add(new Outcome.Gone());
        answer("Да, есть");
        timers.advance(LONG_ENOUGH.plusSeconds(20));
        assertThat(told).hasSize(3);
        assertThat(pushes.has(visitor.id())).isFalse();
        assertThat(pushes().has(visitor.id())).isFalse();
    }

    @Test
    void aServiceThatStaysBusyIsLeft() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        for (int i = 0; i < 20; i++) {
            outcomes.add(new Outcome.Later(Duration.ofSeconds(5)));
        }
        answer("Да, есть");
        timers.advance(Duration.ofHours(1));
        assertThat(told).hasSize(4);
        assertThat(pushes.has(visitor.id())).isTrue();
    }

    @Test
    void theNewestFiveBrowsersStayAndKeysOutliveARestart() throws GeneralSecurityException {
        for (int i = 0; i < 7; i++) {
            pushes.subscribe(browser("https://one.example/" + i));
            house.clock.advance(Duration.ofSeconds(1));
        }
        answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        assertThat(told).hasSize(5).doesNotContain(URI.create("https://one.example/0"));
        Pushes again = pushes();
        assertThat(again.publicKey()).isEqualTo(pushes.publicKey());
        assertThat(again.has(visitor.id())).isTrue();
    }

    @Test
    void aBrowserMayBeToldForVisitorsOfTwoSitesAndIsGoneForBoth() throws GeneralSecurityException {
        Visitor other = house.aVisitor();
        pushes.subscribe(browser("https://one.example/a"));
        pushes.subscribe(browser(other.id(), "https://one.example/a"));
        answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        assertThat(told).hasSize(1);
        outcomes.add(new Outcome.Gone());
        timers.advance(Pushes.PAUSE);
        answer("И красный");
        timers.advance(LONG_ENOUGH);
        assertThat(pushes.has(visitor.id())).isFalse();
        assertThat(pushes.has(other.id())).isFalse();
    }

    @Test
    void whatIsSeenOrTakenBackWhileTheServiceIsBusyIsNotTried() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        outcomes.add(new Outcome.Later(Duration.ofMinutes(5)));
        long seq = answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        house.conversations.seen(conversation.id(), Side.VISITOR, seq);
        timers.advance(Duration.ofHours(1));
        assertThat(told).hasSize(1);

        outcomes.add(new Outcome.Later(Duration.ofMinutes(5)));
        answer("И красный");
        timers.advance(LONG_ENOUGH);
        pushes.unsubscribe(visitor.id());
        timers.advance(Duration.ofHours(1));
        assertThat(told).hasSize(2);
    }

    @Test
    void theServiceLearnsWhoTellsIt() throws GeneralSecurityException {
        pushes.subscribe(browser("https://one.example/a"));
        answer("Да, есть");
        timers.advance(LONG_ENOUGH);
        String[] parts = authorizations.getFirst().split("[ ,=]+", -1);
        assertThat(parts[0]).isEqualTo("vapid");
        String token = parts[2];
        assertThat(parts[4]).isEqualTo(pushes.publicKey());
        String[] pieces = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(pieces[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"aud\":\"https://one.example\"", "\"sub\":\"https://chat.example\"");
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(Curve.key(Base64.getUrlDecoder().decode(pushes.publicKey())));
        check.update((pieces[0] + "." + pieces[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(pieces[2]))).isTrue();
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        var broken = new PushSubscription(
                visitor.id(), URI.create("https://one.example/a"), "AAAA", "AAAA", "", "https://chat.example");
        assertThatThrownBy(() -> pushes.subscribe(broken)).isInstanceOf(GeneralSecurityException.class);
    }

    private Pushes pushes() {
        return new Pushes(
                house.database,
                house.conversations,
                site -> wanted,
                (operator, conversation) -> "Анна",
                timers,
                house.clock,
                (endpoint, authorization, topic, envelope) -> {
                    told.add(endpoint);
                    topics.add(topic);
                    authorizations.add(authorization);
                    Outcome next = outcomes.poll();
                    return next == null ? new Outcome.Carried() : next;
                });
    }

    private PushSubscription browser(String endpoint) {
        return browser(visitor.id(), endpoint);
    }

    private PushSubscription browser(VisitorId whose, String endpoint) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String key = base64.encodeToString(Curve.bytes((ECPublicKey) browser.getPublic()));
        return new PushSubscription(
                whose,
                URI.create(endpoint),
                key,
                base64.encodeToString(new byte[16]),
                "https://shop.example/",
                "https://chat.example");
    }

    private long answer(String text) {
        Posted posted = house.conversations.postByOperator(anna, conversation.id(), 1, house.aClientId(), text);
        return ((Posted.Stored) posted).event().seq();
    }
}

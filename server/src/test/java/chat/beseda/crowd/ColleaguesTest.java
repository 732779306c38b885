package chat.beseda.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Why;
import chat.beseda.dialogues.Dialogue;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.dialogues.Voice;
import chat.beseda.events.Author;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorState;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColleaguesTest {
    private static final Voice NOBODY = new Voice("", false, "");

    private @Nullable Colleagues colleagues;
    private final CrowdFixture house =
            new CrowdFixture(() -> colleagues == null ? java.util.stream.Stream.empty() : colleagues.working());

    @BeforeEach
    void begin() {
        colleagues = new Colleagues(
                house.people,
                house.conversations,
                house.bus,
                house.talks,
                (id, who) -> {},
                house.time.timers,
                List.of(house.shop),
                1);
        colleagues.open();
    }

    @AfterEach
    void end() {
        if (colleagues != null) {
            colleagues.close();
        }
        house.close();
    }

    @Test
    void areOnLine() {
        assertThat(house.people.presence().onLine(house.shop.site().id()))
                .containsExactly(house.people.operators().byId(house.grace.id()).orElseThrow());
    }

    @Test
    void takeASimulatedQuestionAndGoByItsDialogueToTheEnd() {
        Dialogue dialogue = house.dialogue(4);
        Visitor visitor = house.visitor();
        Posted.Stored asked = ask(visitor, dialogue);

        house.time.until("somebody takes it", () -> house.now(asked) instanceof Conversation.Active);
        for (int i = dialogue.asked(); i < dialogue.lines().size(); i++) {
            if (dialogue.lines().get(i).speaker() == Speaker.VISITOR) {
                long before = dialogue.lines().subList(0, i).stream()
                        .filter(line -> line.speaker() == Speaker.OPERATOR)
                        .count();
                house.time.until("the answers before", () -> answers(asked) == before);
                house.say(visitor, dialogue.gaps().fill(dialogue.lines().get(i).text(), NOBODY));
            }
        }

        house.time.until("it is closed", () -> house.now(asked) instanceof Conversation.Closed);
        assertThat(answers(asked))
                .isEqualTo(dialogue.lines().stream()
                        .filter(line -> line.speaker() == Speaker.OPERATOR)
                        .count());
    }

    @Test
    void leaveRealQuestionsToPeople() {
        Posted.Stored asked = house.say(house.visitor(), "A real person's question");
        Instant later = house.time.clock.instant().plus(Duration.ofMinutes(10));
        house.time.until("ten minutes", () -> house.time.clock.instant().isAfter(later));
        assertThat(house.now(asked)).isInstanceOf(Conversation.Waiting.class);
    }

    @Test
    void areNotPlayedWhileSomebodyIsSignedInAsThem() {
        house.people.presence().connected(house.grace.id(), "a console");
        Posted.Stored asked = ask(house.visitor(), house.dialogue(4));
        Instant later = house.time.clock.instant().plus(Duration.ofMinutes(10));
        house.time.until("ten minutes", () -> house.time.clock.instant().isAfter(later));
        assertThat(house.now(asked)).isInstanceOf(Conversation.Waiting.class);
    }

    @Test
    void finishInAWhileWhatTheyWereLeftWith() {
        Posted.Stored asked = house.say(house.visitor(), "From before the restart");
        house.conversations.take(
                house.grace.id(), asked.conversation(), house.now(asked).facts().version());
        Objects.requireNonNull(colleagues).close();
        colleagues = new Colleagues(
                house.people,
                house.conversations,
                house.bus,
                house.talks,
                (id, who) -> {},
                house.time.timers,
                List.of(house.shop),
                2);

        colleagues.open();
        house.time.until("it is closed", () -> house.now(asked) instanceof Conversation.Closed);
    }

    /** A guest's talk goes on after a restart, but none of them heard it begin. */
    @Test
    void refuseWhatNobodyOfThemFollowsAndMoreSlowlyTheSecondTime() {
        Objects.requireNonNull(colleagues).close();
        Visitor guest = house.visitor();
        Posted.Stored asked = ask(guest, house.dialogue(4));
        house.say(guest, "Is anybody there?");
        house.say(guest, "Hello?");
        var refused = new ArrayList<Instant>();
        colleagues = new Colleagues(
                house.people,
                house.conversations,
                house.bus,
                house.talks,
                (id, who) -> refused.add(house.time.clock.instant()),
                house.time.timers,
                List.of(house.shop),
                2);
        colleagues.open();

        Duration first = refusalAfter(asked, refused);
        assertThat(first).isLessThan(Duration.ofSeconds(10));
        Duration second = refusalAfter(asked, refused);
        assertThat(second).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(29));
    }

    private Duration refusalAfter(Posted.Stored asked, List<Instant> refused) {
        Instant now = house.time.clock.instant();
        int before = refused.size();
        house.conversations.offer(
                asked.conversation(),
                house.now(asked).facts().version(),
                house.grace.id(),
                now.plusSeconds(30).toEpochMilli(),
                Set.of(),
                Why.FREE);
        house.time.until("they refuse", () -> refused.size() > before);
        return Duration.between(now, refused.getLast());
    }

    @Test
    void areBackFromWhatSentThemAwayWhenTheNextOneGoesToTea() {
        Objects.requireNonNull(colleagues).close();
        Operator tom = house.hire("tom@example.test", "Tom");
        var shop = house.shop;
        var staff = List.of(shop.staff().getFirst(), new Colleague(tom.id(), NOBODY, Set.of("sales")));
        colleagues = new Colleagues(
                house.people,
                house.conversations,
                house.bus,
                house.talks,
                (id, who) -> {},
                house.time.timers,
                List.of(new Shop(shop.site(), shop.address(), shop.book(), shop.rhythm(), staff, staff.getFirst())),
                3);
        colleagues.open();
        house.people.operators().setState(house.grace.id(), OperatorState.AWAY, OperatorState.Why.MISSED);

        house.time.until("Tom is at tea", () -> state(tom) == OperatorState.AWAY);
        assertThat(state(house.grace)).isEqualTo(OperatorState.ONLINE);
    }

    private OperatorState state(Operator operator) {
        return house.people.operators().byId(operator.id()).orElseThrow().state();
    }

    private Posted.Stored ask(Visitor visitor, Dialogue dialogue) {
        Posted.Stored asked = house.say(
                visitor, dialogue.gaps().fill(dialogue.lines().getFirst().text(), NOBODY));
        house.talks.put(asked.key(), new LiveTalk(house.shop, dialogue));
        dialogue.lines()
                .subList(1, dialogue.asked())
                .forEach(line -> house.say(visitor, dialogue.gaps().fill(line.text(), NOBODY)));
        return asked;
    }

    private long answers(Posted.Stored asked) {
        return house.conversations.events(asked.conversation(), Stream.PUBLIC, 0, 300).stream()
                .filter(event ->
                        event.body() instanceof EventBody.Message && event.author() instanceof Author.OfOperator)
                .count();
    }
}

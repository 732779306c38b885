package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.ClientId;
import chat.beseda.events.EventBody;
import chat.beseda.mentions.Mentions;
import chat.beseda.mentions.Mentions.Mention;
import chat.beseda.mentions.MentionsSeen;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Mentions} promise on every engine. */
abstract class MentionsContract extends HouseContract {
    MentionsContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void whoeverIsMentionedFindsItUntilTheyHaveLooked() {
        OperatorId anna = house.anOperator();
        OperatorId pavel = house.anOperator();
        Conversation first = house.aConversationOf(anna);
        Conversation second = house.aConversationOf(anna);
        Mention one = mentioned(anna, first, house.aClientId(), "@{%s} look", pavel);
        house.clock.advance(Duration.ofSeconds(1));
        Mention two = mentioned(anna, second, house.aClientId(), "And here, @{%s}", pavel);

        assertThat(conversations.mentions().of(pavel)).containsExactly(two, one);
        assertThat(conversations.mentions().of(anna)).isEmpty();

        conversations.mentions().seen(pavel, first.id().value(), one.seq());
        assertThat(conversations.mentions().of(pavel)).containsExactly(two);
        assertThat(house.bus.news(MentionsSeen.class)).contains(new MentionsSeen(pavel));

        Mention three = mentioned(anna, second, house.aClientId(), "Once more, @{%s}", pavel);
        conversations.mentions().seen(pavel, second.id().value(), two.seq());
        assertThat(conversations.mentions().of(pavel)).containsExactly(three);
    }

    @Test
    void whatIsSentAgainIsToldOnce() {
        OperatorId anna = house.anOperator();
        OperatorId pavel = house.anOperator();
        Conversation active = house.aConversationOf(anna);
        ClientId cid = house.aClientId();
        Mention mention = mentioned(anna, active, cid, "@{%s}!", pavel);

        mentioned(anna, active, cid, "@{%s}!", pavel);

        assertThat(conversations.mentions().of(pavel)).containsExactly(mention);
        conversations.mentions().seen(pavel, active.id().value(), mention.seq());
        int told = house.bus.news(MentionsSeen.class).size();
        mentioned(anna, active, cid, "@{%s}!", pavel);
        conversations.mentions().seen(pavel, active.id().value(), mention.seq());
        assertThat(conversations.mentions().of(pavel)).isEmpty();
        assertThat(house.bus.news(MentionsSeen.class)).hasSize(told);
    }

    @Test
    void onlyTheNewestFiftyAreGiven() {
        OperatorId anna = house.anOperator();
        OperatorId pavel = house.anOperator();
        Conversation active = house.aConversationOf(anna);
        Mention last = null;
        for (int i = 0; i < 60; i++) {
            last = mentioned(anna, active, house.aClientId(), "@{%s} " + i, pavel);
        }
        assertThat(conversations.mentions().of(pavel)).hasSize(50).first().isEqualTo(last);
    }

    @Test
    void namesAreReadFromTheText() {
        assertThat(Mentions.named("@{7}, @{8} and @{7}: @{x} @{0} @{-1} @7 {9} @{99999999999999999999}"))
                .containsExactly(new OperatorId(7), new OperatorId(8));
    }

    private Mention mentioned(OperatorId by, Conversation where, ClientId cid, String words, OperatorId who) {
        String text = words.formatted(who);
        var stored = stored(conversations.note(by, where.id(), cid, new EventBody.Note(text, null, List.of(who))));
        return new Mention(
                where.id().value(), stored.event().seq(), stored.event().at(), by, text);
    }
}

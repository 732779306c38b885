package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.IdSource;
import chat.beseda.tags.TagColour;
import chat.beseda.tags.TagDraft;
import chat.beseda.tags.TagId;
import chat.beseda.tags.Taggings;
import chat.beseda.tags.Tags;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promise about tags on every engine. */
abstract class TaggingsContract extends HouseContract {
    private Tags tags;

    TaggingsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeAll
    void keepTags() {
        var ids = new IdSource(house.clock);
        tags = new Tags(house.database, house.bus, ids, new Audit(house.database, ids, house.clock));
    }

    @Test
    void aTagIsPutOnOnceAndTakenOffAndTheLogTellsIt() {
        OperatorId anna = house.anOperator();
        Conversation active = house.aConversationOf(anna);
        TagId refund = aTag("refund");
        TagId late = aTag("late");
        Taggings taggings = conversations.taggings();

        Conversation now = done(conversations.tag(anna, active.id(), refund, true));
        done(conversations.tag(house.anOperator(), active.id(), refund, true));
        house.clock.advance(Duration.ofSeconds(1));
        done(conversations.tag(anna, active.id(), late, true));

        assertThat(now.facts().internalTop()).isEqualTo(1);
        assertThat(taggings.of(List.of(active.id().value())))
                .containsEntry(active.id().value(), List.of(refund, late));
        assertThat(log(active, Stream.INTERNAL))
                .extracting(Event::author, Event::body)
                .containsExactly(
                        tuple(new Author.OfOperator(anna), new EventBody.Tagged(refund, true)),
                        tuple(new Author.OfOperator(anna), new EventBody.Tagged(late, true)));
        assertThat(house.bus.news(ConversationChanged.class).getLast().events())
                .containsExactly(log(active, Stream.INTERNAL).getLast());

        done(conversations.tag(anna, active.id(), refund, false));
        done(conversations.tag(anna, active.id(), refund, false));
        assertThat(taggings.of(List.of(active.id().value())))
                .containsEntry(active.id().value(), List.of(late));
        assertThat(log(active, Stream.INTERNAL)).hasSize(3);
    }

    @Test
    void oneThatIsOverIsMarkedWithoutAWordInItsLog() {
        OperatorId anna = house.anOperator();
        Conversation closed = close(anna, house.aConversationOf(anna));
        TagId refund = aTag("refund of a closed one");

        Conversation now = done(conversations.tag(anna, closed.id(), refund, true));

        assertThat(now).isEqualTo(closed);
        assertThat(log(closed, Stream.INTERNAL)).isEmpty();
        assertThat(house.bus.news(ConversationChanged.class).getLast().now()).isEqualTo(closed);
        assertThat(conversations.taggings().of(List.of(closed.id().value(), 404L)))
                .containsOnlyKeys(closed.id().value());
        assertThat(refusal(conversations.tag(anna, new ConversationId(404), refund, true)))
                .isEqualTo(new Refusal.ConversationUnknown());
        assertThat(conversations.taggings().of(List.of())).isEmpty();
    }

    @Test
    void askedAgainTheStoreIsNotRead() {
        OperatorId anna = house.anOperator();
        long marked = house.aConversationOf(anna).id().value();
        long bare = house.aConversationOf(anna).id().value();
        TagId refund = aTag("refund from memory");
        TagId late = aTag("late from memory");
        done(conversations.tag(anna, new ConversationId(marked), refund, true));
        Taggings taggings = conversations.taggings();
        assertThat(taggings.of(List.of(marked, bare))).isEqualTo(Map.of(marked, List.of(refund)));

        behindItsBack("UPDATE conversation_tag SET conversation_id = " + bare + " WHERE conversation_id = " + marked);
        assertThat(taggings.of(List.of(marked, bare)))
                .as("a read would see the rows that were moved")
                .isEqualTo(Map.of(marked, List.of(refund)));

        done(conversations.tag(anna, new ConversationId(bare), late, true));
        assertThat(taggings.of(List.of(marked, bare)))
                .as("the change of one forgets that one alone")
                .containsEntry(marked, List.of(refund))
                .containsEntry(bare, List.of(refund, late));
    }

    private void behindItsBack(String sql) {
        house.database.write(tx -> tx.handle().execute(sql));
    }

    private TagId aTag(String name) {
        return tags.create(Actor.program(), new TagDraft(name, TagColour.RED, false))
                .id();
    }
}

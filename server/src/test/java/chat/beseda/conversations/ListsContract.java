package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.Event;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} answer when asked, on every engine. */
abstract class ListsContract extends HouseContract {
    ListsContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void openOnesComeOldestFirst() {
        Conversation first = house.aConversation();
        Conversation second = house.aConversationOf(house.anOperator());
        Conversation third = house.aConversation();
        done(conversations.endByVisitor(third.facts().visitor(), third.id()));

        assertThat(conversations.open(10_000))
                .containsSubsequence(first, second)
                .doesNotContain(third);
        assertThat(conversations.open(1)).hasSize(1);
    }

    @Test
    void aSiteHasOnesWhetherOpenOrClosed() {
        SiteId quiet = house.aSite();
        Conversation open = house.aConversation();
        Conversation closed = closed(house.aVisitor());

        assertThat(conversations.anyOf(open.facts().site())).isTrue();
        assertThat(conversations.anyOf(closed.facts().site())).isTrue();
        assertThat(conversations.anyOf(quiet)).isFalse();
    }

    @Test
    void ofAVisitorComeThoseOpenOrClosedSince() {
        Visitor visitor = house.aVisitor();
        closed(visitor);
        house.clock.advance(Duration.ofHours(2));
        long morning = house.clock.millis();
        Conversation today = closed(visitor);
        Conversation open = house.aConversation(visitor);

        assertThat(conversations.ofVisitor(visitor.id(), morning)).containsExactly(today, open);
        assertThat(conversations.ofVisitor(visitor.id(), 0)).hasSize(3);
    }

    @Test
    void anOpenOneIsOfTodayHoweverOld() {
        Visitor visitor = house.aVisitor();
        Conversation open = house.aConversation(visitor);

        assertThat(conversations.ofVisitor(visitor.id(), Long.MAX_VALUE)).containsExactly(open);
    }

    @Test
    void aVisitorsHistoryIsReadPageByPage() {
        Visitor visitor = house.aVisitor();
        List<Conversation> all = closed(visitor, 5).reversed();

        var first = conversations.history(List.of(visitor.id()), null, 3);
        var second = conversations.history(
                List.of(visitor.id()), first.conversations().getLast().id(), 3);

        assertThat(first).isEqualTo(new ConversationPage(all.subList(0, 3), true));
        assertThat(second).isEqualTo(new ConversationPage(all.subList(3, 5), false));
    }

    @Test
    void closedOnesAreFilteredBySiteAndOwnerAndReadPageByPage() {
        SiteId north = house.aSite();
        SiteId south = house.aSite();
        Conversation one = closed(house.aVisitor(north));
        Conversation two = closed(house.aVisitor(south));
        Conversation three = closed(house.aVisitor(north));
        house.aConversation(house.aVisitor(north));
        OperatorId operator = house.anOperator();
        Conversation four = close(operator, house.aConversationOf(operator));
        house.aConversationOf(operator);

        var both = new ClosedFilter.OfSites(Set.of(north, south));
        assertThat(conversations.closed(both, null, 10))
                .isEqualTo(new ConversationPage(List.of(three, two, one), false));
        assertThat(conversations.closed(both, null, 2)).isEqualTo(new ConversationPage(List.of(three, two), true));
        assertThat(conversations.closed(both, two.id(), 2)).isEqualTo(new ConversationPage(List.of(one), false));
        assertThat(conversations
                        .closed(new ClosedFilter.OfSites(Set.of(south)), null, 2)
                        .conversations())
                .containsExactly(two);
        assertThat(conversations
                        .closed(new ClosedFilter.OfSites(Set.of()), null, 2)
                        .conversations())
                .isEmpty();
        assertThat(conversations
                        .closed(new ClosedFilter.OfOwner(operator), null, 10)
                        .conversations())
                .containsExactly(four);
        assertThat(conversations.closed(new ClosedFilter.Any(), null, 4).conversations())
                .containsExactly(four, three, two, one);
    }

    @Test
    void eventsAreReadFromEitherEnd() {
        Visitor visitor = house.aVisitor();
        Conversation conversation = house.aConversation(visitor);
        for (int i = 3; i <= 6; i++) {
            stored(conversations.postByVisitor(visitor, house.aClientId(), "word " + i, null));
        }

        assertThat(seqs(conversations.events(conversation.id(), Stream.PUBLIC, 2, 3)))
                .containsExactly(3L, 4L, 5L);
        assertThat(seqs(conversations.events(conversation.id(), Stream.PUBLIC, 6, 3)))
                .isEmpty();
        assertThat(seqs(conversations.eventsBefore(conversation.id(), Stream.PUBLIC, 6, 3)))
                .containsExactly(3L, 4L, 5L);
        assertThat(seqs(conversations.eventsBefore(conversation.id(), Stream.PUBLIC, Long.MAX_VALUE, 2)))
                .containsExactly(5L, 6L);
        assertThat(conversations.events(conversation.id(), Stream.INTERNAL, 0, 3))
                .isEmpty();
    }

    @Test
    void unreadAreTheAnswersAboveTheVisitorsMark() {
        var operator = house.anOperator();
        Conversation active = house.aConversationOf(operator);
        stored(answer(operator, active, house.aClientId(), "One"));
        stored(answer(operator, active, house.aClientId(), "Two"));
        int before = conversations.unread(now(active));
        conversations.seen(active.id(), Side.VISITOR, 4);
        int between = conversations.unread(now(active));
        conversations.seen(active.id(), Side.VISITOR, 5);

        assertThat(before).isEqualTo(2);
        assertThat(between).isEqualTo(1);
        assertThat(conversations.unread(now(active))).isZero();
    }

    private Conversation closed(Visitor visitor) {
        return done(conversations.endByVisitor(
                visitor.id(), house.aConversation(visitor).id()));
    }

    private List<Conversation> closed(Visitor visitor, int count) {
        var all = new ArrayList<Conversation>();
        for (int i = 0; i < count; i++) {
            all.add(closed(visitor));
        }
        return all;
    }

    private static List<Long> seqs(List<Event> events) {
        return events.stream().map(Event::seq).toList();
    }
}

package chat.beseda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.ClosedFilter;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.Role;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoYearTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:30:00Z");
    private static final String ORIGIN = "http://localhost:8080";
    private static final int RUSSIAN = 45;
    private static final int ENGLISH = 15;

    @TempDir
    Path photos;

    private final TestClock clock = new TestClock(NOW);
    private final TestDatabase opened = TestEngine.SQLITE.open();
    private final RecordingBus bus = new RecordingBus();
    private People people;
    private Conversations conversations;

    @BeforeEach
    void fill() {
        var ids = new IdSource(clock);
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
        conversations = new Conversations(opened.database(), bus, ids, clock);
        new Company(people, Demo.PASSWORD).found(ORIGIN);
        List<Planned> plan = new YearPlan(NOW, 1).of(new Shops(people).of(ORIGIN), List.of(RUSSIAN, ENGLISH));
        new DemoYear(opened.database()).tell(plan);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void theCompanyHasEightPeopleWithPhotosOnTwoSites() {
        assertThat(people.operators().all())
                .hasSize(8)
                .allMatch(
                        operator -> operator.photo() != null && operator.email().endsWith("@example.test"));
        assertThat(people.operators().all().stream().filter(operator -> operator.role() == Role.OPERATOR))
                .hasSize(6);
        assertThat(people.sites().all()).hasSize(2);
        assertThat(people.departments().all()).hasSize(5);
    }

    @Test
    void closedConversationsLieInThePastInOrderAndEndWithTheirClosing() {
        List<Conversation> closed = closed();
        assertThat(closed).hasSize(RUSSIAN + ENGLISH);
        assertThat(closed)
                .extracting(each -> each.facts().openedAt())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        for (Conversation conversation : closed) {
            List<Event> events = conversations.events(conversation.id(), Stream.PUBLIC, 0, 300);
            assertThat(events.getFirst().body()).isInstanceOf(EventBody.Opened.class);
            assertThat(events.getLast().body()).isInstanceOf(EventBody.Closed.class);
            assertThat(events).extracting(Event::at).isSorted().allMatch(at -> at < NOW.toEpochMilli());
        }
    }

    @Test
    void someWaitNowAndSomeAreAnswered() {
        List<Conversation> open = conversations.open(100);
        assertThat(open.stream().filter(Conversation.Waiting.class::isInstance)).hasSize(YearPlan.WAITING);
        assertThat(open.stream().filter(Conversation.Active.class::isInstance)).hasSize(YearPlan.ACTIVE);
        assertThat(open)
                .allMatch(each ->
                        each.facts().openedAt() > NOW.minusSeconds(3_000).toEpochMilli());
    }

    @Test
    void bothLanguagesAreSpokenAndSomeQuestionsAreMissed() {
        Set<Boolean> russian = closed().stream()
                .map(each ->
                        conversations.events(each.id(), Stream.PUBLIC, 0, 300).toString())
                .map(text -> text.codePoints().anyMatch(letter -> letter >= 'А' && letter <= 'я'))
                .collect(Collectors.toSet());
        assertThat(russian).containsExactlyInAnyOrder(true, false);
        assertThat(closed()).anyMatch(each -> each.owner() == null).anyMatch(each -> each.owner() != null);
    }

    private List<Conversation> closed() {
        var all = new ArrayList<Conversation>();
        var page = conversations.closed(new ClosedFilter.Any(), null, 50);
        all.addAll(page.conversations());
        while (page.more()) {
            page = conversations.closed(new ClosedFilter.Any(), all.getLast().id(), 50);
            all.addAll(page.conversations());
        }
        return all;
    }
}

package chat.beseda.requests;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.clients.Clients;
import chat.beseda.hours.Timetables;
import chat.beseda.operators.Operator;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.operators.Role;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.RequestQuery.Show;
import chat.beseda.requests.RequestQuery.Sort;
import chat.beseda.sites.Site;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is corrected, put off, or answered where somebody else already talks. */
@SuppressWarnings("NullAway.Init")
class SecondThoughtsTest {
    private final PeopleFixture fixture = new PeopleFixture(TestEngine.SQLITE);
    private final RecordingBus bus = new RecordingBus();
    private Visitors visitors;
    private Requests requests;
    private Site site;
    private Operator anna;
    private Operator boris;

    @BeforeEach
    void open() {
        var made = fixture.setUp();
        anna = made.administrator();
        site = made.site();
        boris = fixture.join("boris", Role.OPERATOR);
        var people = fixture.people();
        var ids = new IdSource(fixture.clock);
        visitors = new Visitors(fixture.database(), bus, ids, fixture.clock);
        requests = RequestsFixture.requests(
                fixture.database(),
                bus,
                fixture.clock,
                people,
                visitors,
                new Clients(fixture.database(), bus, visitors, people.audit(), fixture.clock),
                new Timetables(fixture.database(), people.sites(), people.departments(), ids, people.audit()));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RequestKind kind(KindDraft draft) {
        return requests.kinds().create(Actor.program(), draft);
    }

    private Visitor visitor() {
        return visitors.recognise(site.id(), null, null, true).visitor();
    }

    private RequestDraft draft(RequestKind kind, String phone, String email, @Nullable Long slot) {
        return new RequestDraft(
                "one-and-the-same-form",
                kind.id(),
                requests.stamps().issue(),
                "",
                "Вера",
                phone,
                email,
                "Сколько стоит насос?",
                slot,
                "",
                "ru",
                "",
                Map.of());
    }

    private Request leave(Visitor visitor, RequestDraft draft) {
        fixture.clock.advance(Duration.ofSeconds(5));
        return ((Leaving.Kept) requests.leave(visitor, site, draft, "192.0.2.1")).request();
    }

    private int found(String words) {
        var query = new RequestQuery(Show.ALL, Set.of(), Set.of(), null, words, ZoneOffset.UTC, Sort.ARRIVAL);
        return requests.lists().list(boris, query, null, 10).requests().size();
    }

    @Test
    void whatIsCorrectedIsTakenAnewAndFoundAsPeopleWriteNumbers() {
        RequestKind calls = kind(RequestsFixture.calls());
        Visitor visitor = visitor();
        RequestDraft wrong = draft(calls, "8 (342) 212-34-57", "", null);
        RequestDraft right = draft(calls, "8 (342) 212-34-56", "", null);

        Request first = leave(visitor, wrong);

        assertThat(leave(visitor, wrong).id()).isEqualTo(first.id());
        assertThat(leave(visitor, right).id()).isNotEqualTo(first.id());
        assertThat(found("212-34-56")).isEqualTo(1);
        assertThat(found("8 (342) 212 34 57")).isEqualTo(1);
        assertThat(found("+7342212")).isEqualTo(2);
        assertThat(found("вера 34221234")).isEqualTo(2);
    }

    @Test
    void aLetterIsAnsweredWhereItSays() {
        Visitor visitor = visitor();
        visitors.changeContacts(visitor.id(), "Вера", "old@example.org", "");
        Visitor known = visitors.byId(visitor.id()).orElseThrow();

        leave(known, draft(kind(RequestsFixture.letters()), "", "new@example.org", null));

        assertThat(visitors.byId(visitor.id()).orElseThrow().email()).isEqualTo("new@example.org");
    }

    @Test
    void aLetterDoesNotGetIntoTheTalkOfAColleague() {
        RequestKind letters = kind(RequestsFixture.letters());
        Visitor visitor = visitor();
        Request first = leave(visitor, draft(letters, "", "vera@example.org", null));
        requests.work().claim(anna, first.id());
        Request second = leave(visitor, draft(letters, "", "vera2@example.org", null));
        requests.work().release(anna, second.id(), false);

        requests.work().claim(boris, second.id());

        Standing standing = requests.lists().byId(boris, second.id()).standing();
        assertThat(standing.owner()).isEqualTo(boris.id());
        assertThat(standing.conversation()).isNull();
    }

    @Test
    void ofACallThatWasPutOffItIsToldAgainBeforeIt() {
        RequestKind calls = kind(RequestsFixture.calls());
        Visitor visitor = visitor();
        long slot = requests.slots(site, calls, "").days().get(1).slots().getFirst();
        Request call = leave(visitor, draft(calls, "+73422123456", "", slot));
        requests.work().claim(boris, call.id());
        requests.work().snooze(boris, call.id(), fixture.clock.millis() + 60_000);

        fixture.clock.advance(Duration.ofMinutes(2));
        requests.remind();
        assertThat(reminders()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMillis(slot - fixture.clock.millis()).minusMinutes(5));
        requests.remind();
        requests.remind();

        assertThat(reminders()).isEqualTo(2);
    }

    private long reminders() {
        return bus.news(RequestChanged.class).stream()
                .filter(news -> news.why() == RequestChanged.Why.REMINDER)
                .count();
    }
}

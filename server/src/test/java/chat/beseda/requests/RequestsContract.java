package chat.beseda.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.clients.Clients;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.Unknown;
import chat.beseda.hours.Timetables;
import chat.beseda.operators.Operator;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.operators.Role;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.RequestEvent.What;
import chat.beseda.requests.RequestQuery.Show;
import chat.beseda.requests.RequestQuery.Sort;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Requests} promise on every engine. */
abstract class RequestsContract {
    private static final String PHONE = "+73422123456";

    private final TestEngine engine;
    private final RecordingBus bus = new RecordingBus();
    private PeopleFixture fixture;
    private Visitors visitors;
    private Requests requests;
    private Site site;
    private Operator anna;
    private Operator boris;
    private RequestKind calls;

    RequestsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        var made = fixture.setUp();
        anna = made.administrator();
        site = made.site();
        boris = fixture.join("boris", Role.OPERATOR);
        var people = fixture.people();
        visitors = new Visitors(fixture.database(), bus, new IdSource(fixture.clock), fixture.clock);
        var clients = new Clients(fixture.database(), bus, visitors, people.audit(), fixture.clock);
        var timetables = new Timetables(
                fixture.database(), people.sites(), people.departments(), new IdSource(fixture.clock), people.audit());
        requests =
                RequestsFixture.requests(fixture.database(), bus, fixture.clock, people, visitors, clients, timetables);
        calls = kind(RequestsFixture.calls());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatAClientLeavesIsKeptOnceAndTold() {
        Visitor visitor = visitor();
        RequestDraft draft = draft("8 (342) 212-34-56", "Vera@Example.org", null);
        pass(5);

        Request kept = kept(requests.leave(visitor, site, draft, "192.0.2.1"));
        Leaving again = requests.leave(visitor, site, draft, "192.0.2.1");

        assertThat(again).isEqualTo(new Leaving.Kept(kept, true));
        assertThat(requests.lists().byId(boris, kept.id())).isEqualTo(kept);
        assertThat(kept.left().keys().phone()).isEqualTo(PHONE);
        assertThat(kept.left().keys().email()).isEqualTo("vera@example.org");
        assertThat(kept.left().zone()).isEqualTo("Europe/Saratov");
        assertThat(kept.standing().dueAt())
                .isEqualTo(fixture.clock.millis() + Duration.ofMinutes(30).toMillis());
        assertThat(requests.lists().history(kept.id()))
                .extracting(RequestEvent::what)
                .containsExactly(What.ARRIVED);
        assertThat(visitors.byId(visitor.id()).orElseThrow().phone()).isEqualTo(PHONE);
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsKept() {
        RequestDraft draft = draft("12", "nobody", null);
        assertThat(requests.leave(visitor(), site, draft, "192.0.2.1")).isInstanceOf(Leaving.Refused.class);
        pass(5);
        assertThat(requests.leave(visitor(), site, draft, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Leaving.Invalid.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(FieldFault::field)
                                .containsExactly("phone", "email"));
        pass(Duration.ofHours(25).toSeconds());
        assertThat(requests.leave(visitor(), site, draft, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Leaving.Refused.class, stale -> assertThat(stale.code()).isEqualTo("form_stale"));
        assertThat(list(boris, Show.ALL, Sort.DUE)).isEmpty();
    }

    @Test
    void ofManyWhoWantTheLastPlaceOneGetsIt() throws Exception {
        long slot = requests.slots(site, calls, "").days().get(1).slots().getFirst();
        List<RequestDraft> drafts = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            drafts.add(draft("+7342212345" + each, "", slot));
        }
        pass(5);
        List<Leaving> ends = atOnce(drafts.stream()
                .map(draft -> {
                    Visitor visitor = visitor();
                    return (Callable<Leaving>) () -> requests.leave(visitor, site, draft, "192.0.2.1");
                })
                .toList());

        assertThat(ends).filteredOn(Leaving.Kept.class::isInstance).hasSize(1);
        assertThat(ends)
                .filteredOn(Leaving.SlotTaken.class::isInstance)
                .hasSize(7)
                .allSatisfy(end ->
                        assertThat(((Leaving.SlotTaken) end).next()).hasSize(6).doesNotContain(slot));
        assertThat(requests.slots(site, calls, "").days())
                .allSatisfy(day -> assertThat(day.slots()).doesNotContain(slot));
    }

    @Test
    void takingOneTakesAllOfThatClientWhateverKeyLeadsToThem() {
        Request first = left(visitor(), PHONE, "");
        Request second = left(visitor(), PHONE, "vera@example.org");
        Request third = left(visitor(), "+73422123400", "vera@example.org");
        Request foreign = left(visitor(), "+73422999999", "");

        assertThat(requests.work().claim(boris, first.id()))
                .containsExactlyInAnyOrder(first.id(), second.id(), third.id());
        assertThat(list(boris, Show.MINE, Sort.DUE)).hasSize(3);
        assertThat(list(boris, Show.UNCLAIMED, Sort.DUE))
                .extracting(Request::id)
                .containsExactly(foreign.id());

        Request later = left(visitor(), PHONE, "");
        assertThat(later.standing().owner()).isEqualTo(boris.id());
        assertThat(requests.lists().othersOf(boris, List.of(later))).containsEntry(later.id(), 2);
        requests.work().hand(boris, later.id(), anna.id(), true, "в отпуск");
        assertThat(list(anna, Show.MINE, Sort.DUE)).hasSize(4);
        requests.work().release(anna, later.id(), true);
        assertThat(list(boris, Show.UNCLAIMED, Sort.DUE)).hasSize(5);
    }

    @Test
    void ofTwoWhoTakeAtOnceOneHasAllAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 5; round++) {
            String phone = "+7342212400" + round;
            List<Request> own =
                    List.of(left(visitor(), phone, ""), left(visitor(), phone, ""), left(visitor(), phone, ""));
            List<Callable<Object>> both = List.of(
                    () -> taken(anna, own.getFirst().id()),
                    () -> taken(boris, own.getLast().id()));
            List<Object> ends = atOnce(both);

            Set<Object> owners = new HashSet<>();
            own.forEach(each -> owners.add(Objects.requireNonNull(
                    requests.lists().byId(anna, each.id()).standing().owner())));
            assertThat(owners).hasSize(1);
            assertThat(ends)
                    .containsExactlyInAnyOrder(3, owners.iterator().next().toString());
        }
    }

    /** How many, or who has it. */
    private Object taken(Operator who, RequestId id) {
        try {
            return requests.work().claim(who, id).size();
        } catch (Conflict conflict) {
            return Objects.requireNonNull(conflict.params().get("by"));
        }
    }

    @Test
    void triesAndPausesMoveWhatIsDueAndRemind() {
        Request request = left(visitor(), PHONE, "");
        long next = fixture.clock.millis() + Duration.ofHours(3).toMillis();
        requests.work().attempt(boris, request.id(), RequestOutcome.NO_ANSWER, next, "занято");

        Standing tried = requests.lists().byId(boris, request.id()).standing();
        assertThat(tried.owner()).isEqualTo(boris.id());
        assertThat(tried.dueAt()).isEqualTo(next);
        assertThat(tried.attempts()).isEqualTo(1);
        assertThat(list(boris, Show.SNOOZED, Sort.DUE)).hasSize(1);
        requests.remind();
        assertThat(reminders()).isZero();
        pass(Duration.ofHours(4).toSeconds());
        requests.remind();
        requests.remind();
        assertThat(reminders()).isEqualTo(1);
        assertThat(list(boris, Show.OVERDUE, Sort.DUE)).hasSize(1);
        assertThatThrownBy(() -> requests.work().claim(anna, request.id())).isInstanceOf(Conflict.class);
        requests.work().attempt(boris, request.id(), RequestOutcome.REACHED, null, "");
        assertThatThrownBy(() -> requests.work().done(boris, request.id(), RequestOutcome.ANSWERED, ""))
                .isInstanceOf(Conflict.class);
        requests.work().reopen(anna, request.id());
        assertThat(requests.lists().history(request.id()))
                .extracting(RequestEvent::what)
                .containsExactly(What.ARRIVED, What.CLAIMED, What.ATTEMPT, What.ATTEMPT, What.REOPENED);
        assertThat(requests.lists().byId(anna, request.id()).standing().owner()).isEqualTo(anna.id());
    }

    private long reminders() {
        return bus.news(RequestChanged.class).stream()
                .filter(news -> news.why() == RequestChanged.Why.REMINDER)
                .count();
    }

    @Test
    void aLetterThatIsTakenGoesOnAsAConversation() {
        calls = kind(RequestsFixture.letters());
        Visitor visitor = visitor();
        Request first = left(visitor, "", "vera@example.org");
        Request second = left(visitor, "", "vera@example.org");

        assertThat(requests.work().claim(boris, first.id())).hasSize(2);
        requests.work().claim(boris, first.id());

        Standing standing = requests.lists().byId(boris, first.id()).standing();
        assertThat(requests.lists().byId(boris, second.id()).standing().conversation())
                .isEqualTo(standing.conversation());
        var conversations = new Conversations(fixture.database(), bus, new IdSource(fixture.clock), fixture.clock);
        Conversation talk = conversations
                .byId(new ConversationId(Objects.requireNonNull(standing.conversation())))
                .orElseThrow();
        assertThat(talk)
                .isInstanceOfSatisfying(
                        Conversation.Active.class,
                        active -> assertThat(active.owner()).isEqualTo(boris.id()));
        assertThat(conversations.events(talk.id(), Stream.PUBLIC, 0, 10))
                .filteredOn(event -> event.body() instanceof EventBody.Message)
                .hasSize(2);
    }

    @Test
    void oneIsMergedIntoAnother() {
        Request one = left(visitor(), PHONE, "");
        Request other = left(visitor(), PHONE, "");
        requests.work().merge(boris, one.id(), other.id());
        assertThat(requests.lists().byId(boris, one.id()).standing().mergedInto())
                .isEqualTo(other.id());
        assertThatThrownBy(() -> requests.work().merge(boris, other.id(), other.id()))
                .isInstanceOf(chat.beseda.forms.InvalidFields.class);
    }

    @Test
    void onlyThoseOfItsDepartmentSeeIt() {
        DepartmentId department = fixture.people()
                .departments()
                .create(Actor.program(), new DepartmentDraft("Кадры", List.of()))
                .id();
        calls = kind(RequestsFixture.callsOf(department));
        Request request = left(visitor(), PHONE, "");
        assertThatThrownBy(() -> requests.lists().byId(boris, request.id())).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> requests.work().claim(boris, request.id())).isInstanceOf(Unknown.class);
        assertThat(list(boris, Show.ALL, Sort.ARRIVAL)).isEmpty();
        assertThat(list(anna, Show.ALL, Sort.ARRIVAL)).containsExactly(request);
    }

    @Test
    void listsGoOnWhereTheyEndedInEveryOrder() {
        for (int each = 0; each < 7; each++) {
            left(visitor(), "+7342212500" + each, "");
        }
        for (Sort sort : Sort.values()) {
            var found = new ArrayList<RequestId>();
            String after = null;
            do {
                RequestPage page = requests.lists().list(boris, query(Show.UNCLAIMED, sort, "насос 500"), after, 3);
                page.requests().forEach(each -> found.add(each.id()));
                after = page.next();
            } while (after != null);
            assertThat(found).as(sort.name()).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(requests.lists()
                        .list(boris, query(Show.ALL, Sort.DUE, "нас%с"), null, 3)
                        .requests())
                .isEmpty();
        assertThat(requests.lists().counts(boris, ZoneId.of("Europe/Moscow")).unclaimed())
                .isEqualTo(7);
    }

    private List<Request> list(Operator reader, Show show, Sort sort) {
        return requests.lists().list(reader, query(show, sort, ""), null, 100).requests();
    }

    private static RequestQuery query(Show show, Sort sort, String words) {
        return new RequestQuery(show, Set.of(), Set.of(), null, words, ZoneId.of("Europe/Moscow"), sort);
    }

    private RequestKind kind(KindDraft draft) {
        return requests.kinds().create(Actor.program(), draft);
    }

    private Visitor visitor() {
        return visitors.recognise(site.id(), null, null, true).visitor();
    }

    private RequestDraft draft(String phone, String email, @Nullable Long slot) {
        return RequestsFixture.draft(requests, calls, "Вера", phone, email, slot);
    }

    private Request left(Visitor visitor, String phone, String email) {
        RequestDraft draft = draft(phone, email, null);
        pass(5);
        return kept(requests.leave(visitor, site, draft, "192.0.2.1"));
    }

    private static Request kept(Leaving leaving) {
        return ((Leaving.Kept) leaving).request();
    }

    private void pass(long seconds) {
        fixture.clock.advance(Duration.ofSeconds(seconds));
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> all) throws Exception {
        var barrier = new CyclicBarrier(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<T>>();
            for (Callable<? extends T> each : all) {
                waiting.add(threads.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            var ends = new ArrayList<T>();
            for (Future<T> each : waiting) {
                ends.add(each.get());
            }
            return ends;
        }
    }
}

package chat.beseda.requests;

import chat.beseda.clients.Clients;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.hours.Timetables;
import chat.beseda.people.People;
import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requestkinds.Turn;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestClock;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Requests on the parts of a test's house, and what visitors fill in. */
public final class RequestsFixture {
    private static final AtomicLong MADE = new AtomicLong();

    private RequestsFixture() {}

    public static Requests requests(
            Database database,
            Bus bus,
            TestClock clock,
            People people,
            Visitors visitors,
            Clients clients,
            Timetables timetables) {
        var ids = new IdSource(clock);
        var kinds = new RequestKinds(
                database, people.sites(), people.departments(), people.operators(), ids, people.audit());
        return new Requests(new Requests.House(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.operators(),
                visitors,
                clients,
                new Conversations(database, bus, ids, clock),
                timetables,
                kinds,
                phone -> Optional.empty()));
    }

    /** Calls within half an hour, or at a half hour of the next five days, one at a time. */
    public static KindDraft calls() {
        return kind(Nature.CALL, new Asks(Need.OPTIONAL, Need.REQUIRED, Need.OPTIONAL, Need.OPTIONAL), null);
    }

    static KindDraft callsOf(DepartmentId department) {
        return kind(Nature.CALL, new Asks(Need.OPTIONAL, Need.REQUIRED, Need.OPTIONAL, Need.OPTIONAL), department);
    }

    static KindDraft letters() {
        return kind(Nature.LETTER, new Asks(Need.NO, Need.NO, Need.REQUIRED, Need.REQUIRED), null);
    }

    private static KindDraft kind(Nature nature, Asks asks, @Nullable DepartmentId department) {
        return new KindDraft(
                null,
                nature,
                Map.of("ru", "Звонок"),
                Map.of(),
                department,
                true,
                1,
                asks,
                List.of(),
                30,
                1,
                5,
                30,
                true,
                30,
                60,
                10,
                List.of(),
                Turn.ALL);
    }

    static RequestDraft draft(
            Requests requests, RequestKind kind, String name, String phone, String email, @Nullable Long slot) {
        return new RequestDraft(
                "request-" + MADE.incrementAndGet(),
                kind.id(),
                requests.stamps().issue(),
                "",
                name,
                phone,
                email,
                "Сколько стоит насос?",
                slot,
                "Europe/Saratov",
                "ru",
                "https://shop.example/pumps",
                Map.of());
    }

    /** A call as soon as possible that a visitor ordered after he looked at the form for a while. */
    public static Request left(Requests requests, RequestKind kind, Visitor visitor, Site site, TestClock clock) {
        long number = MADE.incrementAndGet();
        RequestDraft draft = draft(requests, kind, "Вера", "+7342212%04d".formatted(number % 10_000), "", null);
        clock.advance(Duration.ofSeconds(5));
        String address = "192.0.%d.%d".formatted(number / 250 % 250, number % 250);
        return ((Leaving.Kept) requests.leave(visitor, site, draft, address)).request();
    }
}

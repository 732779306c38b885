package chat.beseda.routing;

import chat.beseda.audit.Actor;
import chat.beseda.cluster.LocalBus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Abilities;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Role;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop with a real store, people and a dispatcher, in a time that stands still until {@link #pass}. */
final class RoutingField implements AutoCloseable {
    private static final String PASSWORD = "seven green kettles";

    final TestClock clock = new TestClock();
    final ManualTimers timers = new ManualTimers(clock);
    final LocalBus bus = new LocalBus();
    private final TestDatabase opened = TestEngine.SQLITE.open();
    final Database database = opened.database();
    private final IdSource ids = new IdSource(clock);
    private final RandomTokens tokens = new RandomTokens();
    final People people = People.of(database, bus, ids, clock, new Passwords(64), Path.of("no-photos"));
    final Conversations conversations = new Conversations(database, bus, ids, clock);
    final Visitors visitors = new Visitors(database, bus, ids, clock);
    final Site site;
    final Operator anna;
    Routing routing;

    RoutingField() {
        var shop = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        var made = people.firstSetUp()
                .make(
                        Actor.program(),
                        new FirstSetUp.Wanted("Anna", "anna@example.org", PASSWORD, "ru", "Romashka", shop));
        site = made.site();
        anna = made.administrator();
        routing = started();
    }

    private Routing started() {
        var made = Routing.of(database, conversations, people, bus, timers, clock);
        made.dispatcher().start();
        return made;
    }

    /** The dispatcher ends as with the process, and another one starts from what is stored. */
    void restart() {
        routing.dispatcher().close();
        routing = started();
        settle();
    }

    OperatorId join(String name, DepartmentId... departments) {
        var draft = new InvitationDraft(name + "@example.org", Role.OPERATOR, Set.of(), Set.of(departments));
        String token = people.invitations().issue(Actor.program(), draft).token();
        var acceptance = new Invitations.Acceptance(name, "", PASSWORD, "en");
        return people.invitations().accept(token, acceptance, "192.0.2.9").id();
    }

    /** A new operator who is on line. */
    OperatorId onLine(String name, DepartmentId... departments) {
        OperatorId id = join(name, departments);
        comes(id);
        return id;
    }

    void comes(OperatorId id) {
        people.presence().connected(id, "line");
        settle();
    }

    void goes(OperatorId id) {
        people.presence().disconnected(id, "line");
        settle();
    }

    OperatorState stateOf(OperatorId id) {
        return people.operators().byId(id).orElseThrow().state();
    }

    DepartmentId department(String name) {
        return people.departments()
                .create(Actor.program(), new DepartmentDraft(name, List.of()))
                .id();
    }

    /** A department that serves other sites than the field's. */
    DepartmentId departmentElsewhere(String name) {
        var draft = SiteDraft.standard(name, List.of("https://elsewhere.example"), "Europe/Moscow", "auto");
        Site elsewhere = people.sites().create(Actor.program(), draft);
        return people.departments()
                .create(Actor.program(), new DepartmentDraft(name, List.of(elsewhere.id())))
                .id();
    }

    /** A question of a new visitor. */
    ConversationId asks() {
        return asks(visitors.recognise(site.id(), null, null, true).visitor());
    }

    ConversationId asks(Visitor visitor) {
        return asks(visitor, Opening.on(null));
    }

    /** A question of a new visitor whose browser speaks a language, for a department. */
    ConversationId asksIn(String language, @Nullable DepartmentId department) {
        Visitor visitor = visitors.recognise(site.id(), null, null, true).visitor();
        return asks(visitor, new Opening(null, language, department));
    }

    private ConversationId asks(Visitor visitor, Opening opening) {
        Posted posted = conversations.postByVisitor(visitor, opening, new ClientId(tokens.name()), "Is it in stock?");
        settle();
        return switch (posted) {
            case Posted.Stored stored -> stored.conversation();
            case Posted.Refused refused -> throw new IllegalStateException("not asked: " + refused);
        };
    }

    void can(OperatorId id, Abilities abilities) {
        Operator now = people.operators().byId(id).orElseThrow();
        var draft = new OperatorDraft(
                now.name(), now.title(), now.role(), now.capacity(), now.sites(), now.departments(), abilities, false);
        people.operators().change(Actor.program(), id, draft);
        settle();
    }

    void capacity(OperatorId id, int capacity) {
        Operator now = people.operators().byId(id).orElseThrow();
        var draft = new OperatorDraft(
                now.name(), now.title(), now.role(), capacity, now.sites(), now.departments(), now.disabled());
        people.operators().change(Actor.program(), id, draft);
        settle();
    }

    void answers(OperatorId operator, ConversationId id) {
        conversations.postByOperator(
                operator, id, now(id).facts().version(), new ClientId(tokens.name()), "Yes, it is.");
        settle();
    }

    Outcome takes(OperatorId operator, ConversationId id) {
        Outcome outcome = conversations.take(operator, id, now(id).facts().version());
        settle();
        return outcome;
    }

    Conversation now(ConversationId id) {
        return conversations.byId(id).orElseThrow();
    }

    /** Whom it is offered to; fails when it is not. */
    OperatorId offeredTo(ConversationId id) {
        return ((Conversation.Offered) now(id)).to();
    }

    void rules(RoutingSettings.Scope scope, RoutingDraft draft) {
        routing.settings().change(Actor.program(), scope, draft);
        settle();
    }

    void pass(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= 1_000) {
            timers.advance(Duration.ofMillis(Math.min(left, 1_000)));
            settle();
        }
    }

    /** Until what happened so far has been heard and acted on, and what came of that, too. */
    void settle() {
        try {
            for (int i = 0; i < 3; i++) {
                var heard = new CompletableFuture<Void>();
                var subscription = bus.subscribe(Marker.class, marker -> heard.complete(null));
                bus.publish(new Marker());
                heard.join();
                subscription.close();
                routing.dispatcher().settle();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record Marker() {}

    @Override
    public void close() {
        routing.dispatcher().close();
        bus.close();
        opened.close();
    }
}

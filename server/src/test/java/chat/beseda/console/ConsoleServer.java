package chat.beseda.console;

import chat.beseda.administration.AdministrationHouse;
import chat.beseda.administration.AdministrationRoutes;
import chat.beseda.administration.PhotoFiles;
import chat.beseda.answers.ReadyAnswers;
import chat.beseda.archive.Archive;
import chat.beseda.archive.Archivist;
import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Corrections;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Faces;
import chat.beseda.events.ClientId;
import chat.beseda.files.Attachments;
import chat.beseda.hours.Timetables;
import chat.beseda.inbox.InboxRoutes;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.letters.ReportLetters;
import chat.beseda.lookout.Watchtower;
import chat.beseda.mail.Mail;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Role;
import chat.beseda.outreach.Outreach;
import chat.beseda.outreach.OutreachHouse;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.ratings.Ratings;
import chat.beseda.reports.Packer;
import chat.beseda.reports.Reports;
import chat.beseda.requests.Requests;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.rest.ConsoleProblems;
import chat.beseda.rest.Gate;
import chat.beseda.routing.Routing;
import chat.beseda.schedules.Schedules;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.services.ServiceRoutes;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import chat.beseda.supervision.ScheduledReports;
import chat.beseda.supervision.SupervisionHouse;
import chat.beseda.supervision.SupervisionRoutes;
import chat.beseda.tags.Tags;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.translation.Translations;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.OwnOrigin;
import chat.beseda.worktime.Worktime;
import io.javalin.Javalin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** The console's door on a port of its own, with a database, a clock that stands still, and nobody set up. */
final class ConsoleServer implements AutoCloseable {
    static final String PASSWORD = "seven green kettles";

    final TestClock clock = new TestClock();
    final RecordingBus bus = new RecordingBus();
    final People people;
    final Conversations conversations;
    final Visitors visitors;
    final VisitorPresence visitorPresence;
    final Gate gate;
    final ManualTimers timers = new ManualTimers(clock);
    final OperatorDoor door;
    final Bans bans;
    final SiteCustoms customs;
    final Attachments attachments;
    final ReadyAnswers answers;
    final Knowledge knowledge;
    final Clients clients;
    final Ratings ratings;
    final Tags tags;
    final Timetables timetables;
    final Requests requests;
    final Watchtower watchtower;
    final Schedules schedules;
    final Mail mail;
    final Mailbox mailbox;
    final UnseenAnswers unseen;
    final SupervisionHouse supervision;
    private final RandomTokens tokens = new RandomTokens();
    private final TestDatabase opened;
    private final Javalin javalin;

    ConsoleServer(Path photos) {
        opened = TestEngine.SQLITE.open();
        var ids = new IdSource(clock);
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
        conversations = new Conversations(opened.database(), bus, ids, clock);
        visitors = new Visitors(opened.database(), bus, ids, clock);
        visitorPresence = new VisitorPresence(bus, timers, clock, Duration.ofSeconds(10));
        bans = new Bans(opened.database(), bus, ids, people.audit(), clock);
        customs = new SiteCustoms(opened.database(), bus, people.audit());
        attachments = new Attachments(opened.database(), photos.resolve("files"), clock);
        answers = new ReadyAnswers(opened.database(), bus, ids, people.audit(), people.departments(), clock);
        knowledge = new Knowledge(opened.database(), bus, ids, people.audit(), people.sites(), clock);
        clients = new Clients(opened.database(), bus, visitors, people.audit(), clock);
        ratings = new Ratings(opened.database(), bus, clock);
        tags = new Tags(opened.database(), bus, ids, people.audit());
        timetables = new Timetables(opened.database(), people.sites(), people.departments(), ids, people.audit());
        watchtower = watchtower();
        requests = RequestsFixture.requests(opened.database(), bus, clock, people, visitors, clients, timetables);
        mail = new Mail(opened.database(), ids, people.audit(), timers, clock);
        mailbox = new Mailbox(opened.database(), ids, people.audit(), mail, timers, clock);
        unseen = unseen();
        schedules = new Schedules(opened.database(), people.operators(), ids, people.audit(), clock);
        OperatorHouse house = house();
        supervision = supervision();
        door = new OperatorDoor(house, people.tickets(), timers);
        people.sessions().keep(timers);
        gate = gate(house);
        javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            ConsoleProblems.table().addTo(config.routes);
            gate.addTo(config.routes);
            new PhotoFiles(people.photos()).addTo(config.routes);
        });
        javalin.start("127.0.0.1", 0);
    }

    /** Letters go out, and the reports that are due with them. */
    void sendsReports() {
        mail.keep();
        schedules.keep(timers);
        new ReportLetters(opened.database(), schedules, new ScheduledReports(supervision), mail).keep(timers);
    }

    <R> R write(Function<Transaction, R> work) {
        return opened.database().write(work);
    }

    private Gate gate(OperatorHouse house) {
        var ownOrigin = new OwnOrigin(null);
        var translations = new Translations(opened.database(), people.audit(), timers, clock);
        var administration = new AdministrationHouse(
                people,
                conversations,
                house.routing(),
                house.outreach(),
                customs,
                answers,
                knowledge,
                clients,
                tags,
                timetables,
                translations,
                house.watchtower().visits().goalPages(),
                house.watchtower().atlas(),
                clock);
        var routes = new ArrayList<>(AdministrationRoutes.of(administration, ownOrigin, "0.1"));
        routes.addAll(ServiceRoutes.of(mail, mailbox, unseen, true, translations));
        routes.addAll(ConsoleRoutes.of(house, attachments, answers));
        routes.addAll(SupervisionRoutes.of(supervision));
        routes.addAll(InboxRoutes.of(requests, clock));
        return new Gate(people.operators(), people.sessions(), ownOrigin, routes);
    }

    private UnseenAnswers unseen() {
        return new UnseenAnswers(
                opened.database(),
                conversations,
                visitors,
                visitor -> visitorPresence.of(visitor).isPresent(),
                bans,
                mail,
                people.audit(),
                clock);
    }

    private SupervisionHouse supervision() {
        new Archivist(opened.database(), conversations, timetables, visitor -> null, clock).keep(bus, timers);
        Worktime worktime = worktime();
        return new SupervisionHouse(
                new Archive(opened.database(), conversations, people.audit(), people.operators()::nameOf),
                worktime,
                new Reports(opened.database(), worktime),
                schedules,
                mail,
                conversations,
                visitors,
                people.sites(),
                people.departments(),
                people.operators(),
                people.shifts(),
                tags,
                people.settings(),
                watchtower.atlas().names(),
                people.audit(),
                clock);
    }

    private OperatorHouse house() {
        var outreach = Outreach.of(
                new OutreachHouse(
                        opened.database(),
                        bus,
                        new IdSource(clock),
                        clock,
                        people.sites(),
                        people.presence(),
                        visitors,
                        visitorPresence,
                        conversations,
                        visitor -> null),
                people.audit());
        return new OperatorHouse(
                people.sites(),
                people.departments(),
                people.settings(),
                people.operators(),
                people.sessions(),
                people.presence(),
                people.shifts(),
                visitors,
                visitorPresence,
                conversations,
                new Corrections(opened.database(), bus, clock),
                delivery(),
                Routing.of(opened.database(), conversations, people, bus, timers, clock),
                watchtower,
                outreach,
                bans,
                customs,
                clients,
                ratings,
                tags,
                unseen,
                requests.rights(),
                clock);
    }

    private Delivery delivery() {
        var faces = new Faces(people.operators(), people.presence());
        return new Delivery(
                conversations,
                faces,
                bus,
                timers,
                clock,
                () -> clock.millis() * 1_000_000,
                new Random(1),
                opened.database().epoch());
    }

    private Watchtower watchtower() {
        var watchtower = Watchtower.build(
                opened.database(),
                bus,
                visitorPresence,
                visitors,
                people.audit(),
                Path.of("target", "no-places"),
                timers,
                clock);
        watchtower.open(bus, conversations, timers);
        return watchtower;
    }

    String origin() {
        return "http://127.0.0.1:" + javalin.port();
    }

    /** Sets up Romashka with its administrator Anna and the site Shop. */
    FirstSetUp.Made setUp() {
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        return people.firstSetUp()
                .make(
                        Actor.program(),
                        new FirstSetUp.Wanted("Anna", "anna@example.org", PASSWORD, "ru", "Romashka", site));
    }

    Operator join(String name, Role role, SiteId... sites) {
        var draft = new InvitationDraft(name + "@example.org", role, Set.of(sites), Set.of());
        String token = people.invitations().issue(Actor.program(), draft).token();
        var acceptance = new Invitations.Acceptance(name, "", PASSWORD, "en");
        return people.invitations().accept(token, acceptance, "192.0.2.9");
    }

    /** A visitor who opened the panel for the first time. */
    Visitor visitor(SiteId site) {
        return visitors.recognise(site, null, null, true).visitor();
    }

    /** A conversation that the visitor began, Anna answered, noted something in and closed. */
    Conversation closedConversation(Visitor visitor, Operator operator) {
        ConversationId id = question(visitor);
        int version = done(conversations.take(operator.id(), id, 0)).facts().version();
        conversations.postByOperator(operator.id(), id, version, cid(), "Да, в среду.");
        conversations.note(operator.id(), id, cid(), "Постоянный покупатель");
        return done(conversations.close(operator.id(), id, version));
    }

    /** Takes whatever waits. */
    void takeEverything(Operator operator) {
        conversations
                .open(100)
                .forEach(waiting -> done(conversations.take(
                        operator.id(), waiting.id(), waiting.facts().version())));
    }

    private Worktime worktime() {
        return new Worktime(opened.database(), new IdSource(clock), people.shifts(), people.audit(), clock);
    }

    Packer packer() {
        return new Packer(opened.database(), worktime(), clock);
    }

    /** A conversation that nobody has taken yet. */
    ConversationId question(Visitor visitor) {
        return question(visitor, Opening.on(null));
    }

    ConversationId question(Visitor visitor, Opening opening) {
        clock.advance(Duration.ofSeconds(1));
        return ((Posted.Stored) conversations.postByVisitor(visitor, opening, cid(), "Доставите в Пермь?"))
                .conversation();
    }

    private static Conversation done(Outcome outcome) {
        return ((Outcome.Done) outcome).now();
    }

    private ClientId cid() {
        return new ClientId(tokens.name());
    }

    Browser browser() {
        return new Browser(origin());
    }

    /** A browser in which the operator has just signed in. */
    Browser browser(Operator operator) {
        OperatorSessions.Opened session = people.sessions().open(operator.id(), "192.0.2.1", "a test");
        return browser().withCookie("beseda-session=" + session.token());
    }

    /** Makes the archive of whatever was said. */
    void sumUp() {
        new Archivist(opened.database(), conversations, timetables, visitor -> null, clock).catchUp();
    }

    @Override
    public void close() {
        javalin.stop();
        opened.close();
    }
}

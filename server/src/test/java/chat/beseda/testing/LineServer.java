package chat.beseda.testing;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.cluster.Bus;
import chat.beseda.cluster.LocalBus;
import chat.beseda.console.OperatorDoor;
import chat.beseda.console.OperatorHouse;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Corrections;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Faces;
import chat.beseda.files.Attachments;
import chat.beseda.guests.AddressDoor;
import chat.beseda.guests.Guests;
import chat.beseda.guests.RequestDoor;
import chat.beseda.hours.Timetables;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineLimits;
import chat.beseda.lines.PollDoors;
import chat.beseda.lines.SocketDoors;
import chat.beseda.lookout.Watchtower;
import chat.beseda.mail.Mail;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Role;
import chat.beseda.outreach.Outreach;
import chat.beseda.outreach.OutreachHouse;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.ratings.Ratings;
import chat.beseda.requests.Requests;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.rest.ConsoleProblems;
import chat.beseda.routing.Routing;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.tags.Tags;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.OwnOrigin;
import chat.beseda.widget.VisitorDoor;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Both doors on a port of their own, with a real Jetty, a database, a bus, and time that stands still: {@link #pass} moves
 * it. One site of the shop, one administrator.
 */
public final class LineServer implements AutoCloseable {
    private static final Path NO_PLACES = Path.of("target", "no-places");
    public static final String SHOP = "https://shop.example";
    /** From one address; half of them at once. */
    public static final int NEWCOMERS_A_MINUTE = 120;

    private static final String PASSWORD = "seven green kettles";

    public final TestClock clock = new TestClock();
    public final ManualTimers timers = new ManualTimers(clock);
    public final People people;
    public final Visitors visitors;
    public final Conversations conversations;
    public final VisitorPresence presence;
    public final Delivery delivery;
    /** Not started: questions wait until somebody picks them. */
    public final Routing routing;

    public final Watchtower watchtower;
    public final Site site;
    public final Operator anna;
    public final LineLimits limits;

    public final Outreach outreach;
    public final Bans bans;
    public final SiteCustoms customs;
    public final Clients clients;
    public final Attachments attachments;
    public final Ratings ratings;
    public final Tags tags;
    public final Timetables timetables;
    public final Requests requests;

    public final LocalBus bus = new LocalBus();
    private final TestDatabase opened = TestEngine.SQLITE.open();
    public final Database database = opened.database();
    public final Transcripts transcripts = new Transcripts(database, clock);
    private final Javalin javalin;
    private final AtomicLong frozen = new AtomicLong();

    public LineServer() {
        this(new LineLimits(AddressLimit.DEFAULT_LINES, AddressLimit.DEFAULT_ALL));
    }

    public LineServer(LineLimits limits) {
        this.limits = limits;
        var ids = new IdSource(clock);
        people = People.of(database, bus, ids, clock, new Passwords(64), Path.of("target", "photos"));
        visitors = new Visitors(database, bus, ids, clock);
        conversations = new Conversations(database, bus, ids, clock);
        presence = new VisitorPresence(bus, timers, clock, Duration.ofSeconds(10));
        watchtower = Watchtower.build(database, bus, presence, visitors, people.audit(), NO_PLACES, timers, clock);
        var shop = SiteDraft.standard("Shop", List.of(SHOP), "Europe/Moscow", "auto");
        var made = people.firstSetUp()
                .make(
                        Actor.program(),
                        new FirstSetUp.Wanted("Anna", "anna@example.org", PASSWORD, "ru", "Romashka", shop));
        anna = made.administrator();
        site = made.site();
        var faces = new Faces(people.operators(), people.presence());
        delivery = new Delivery(conversations, faces, bus, timers, clock, this::nanos, new Random(1), database.epoch());
        routing = Routing.of(database, conversations, people, bus, timers, clock);
        outreach = outreach(ids);
        outreach.inviter().start(bus, timers);
        bans = new Bans(database, bus, ids, people.audit(), clock);
        customs = new SiteCustoms(database, bus, people.audit());
        clients = new Clients(database, bus, visitors, people.audit(), clock);
        attachments = new Attachments(database, folder(), clock);
        ratings = new Ratings(database, bus, clock);
        tags = new Tags(database, bus, ids, people.audit());
        timetables = new Timetables(database, people.sites(), people.departments(), ids, people.audit());
        requests = RequestsFixture.requests(database, bus, clock, people, visitors, clients, timetables);
        javalin = open();
    }

    private Outreach outreach(IdSource ids) {
        return Outreach.of(
                new OutreachHouse(
                        database,
                        bus,
                        ids,
                        clock,
                        people.sites(),
                        people.presence(),
                        visitors,
                        presence,
                        conversations,
                        watchtower.sightings()::place),
                people.audit());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("beseda-files");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Javalin open() {
        VisitorDoor visitorDoor = visitorDoor();
        var operatorDoor = new OperatorDoor(operatorHouse(), people.tickets(), timers);
        visitorDoor.listen(bus);
        watchtower.open(bus, conversations, timers);
        operatorDoor.listen(bus);
        delivery.start();
        people.presence().keep(timers);
        var own = new OwnOrigin(null);
        Map<String, LineGate> sockets = Map.of("/ws/visitor", visitorDoor, "/ws/operator", operatorDoor);
        Map<String, LineGate> polls = Map.of("visitor", visitorDoor, "operator", operatorDoor);
        return Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jetty.modifyServer(server -> {
                        server.setStopTimeout(0);
                        new SocketDoors(sockets, limits, timers, own).install(server);
                    });
                    ConsoleProblems.table().addTo(config.routes);
                    visitorDoor.addPlainPages(config.routes, own);
                    visitorDoor.addFiles(config.routes, attachments, own);
                    var guests = new Guests(people.sites(), visitors, bans);
                    new AddressDoor(guests).addTo(config.routes);
                    new RequestDoor(guests, requests, own).addTo(config.routes);
                    new PollDoors(polls, limits, timers, new RandomTokens(), Duration.ofSeconds(2), own)
                            .addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    private VisitorDoor visitorDoor() {
        return new VisitorDoor(
                people.sites(),
                visitors,
                presence,
                conversations,
                delivery,
                routing,
                outreach,
                bans,
                customs,
                clients,
                ratings,
                transcripts,
                shop -> !requests.kindsFor(shop).isEmpty(),
                watchtower.words(),
                timers,
                clock,
                NEWCOMERS_A_MINUTE);
    }

    /** The parts of the house that an operator's line leads to. */
    public OperatorHouse operatorHouse() {
        return new OperatorHouse(
                people.sites(),
                people.departments(),
                people.settings(),
                people.operators(),
                people.sessions(),
                people.presence(),
                people.shifts(),
                visitors,
                presence,
                conversations,
                new Corrections(database, bus, clock),
                delivery,
                routing,
                watchtower,
                outreach,
                bans,
                customs,
                clients,
                ratings,
                tags,
                new UnseenAnswers(
                        database,
                        conversations,
                        visitors,
                        visitor -> presence.of(visitor).isPresent(),
                        bans,
                        new Mail(database, new IdSource(clock), people.audit(), timers, clock),
                        people.audit(),
                        clock),
                requests.rights(),
                clock);
    }

    private long nanos() {
        return clock.millis() * 1_000_000 + frozen.get();
    }

    /** Lets time pass: the clock moves and everything that is due happens on this thread, after all news told before. */
    public void pass(Duration step) {
        settle();
        timers.advance(step);
        settle();
    }

    /** Returns when everything published by now has been heard by everybody. */
    public void settle() {
        var heard = new CompletableFuture<Void>();
        Bus.Subscription listening =
                bus.subscribe(Mark.class, mark -> mark.heard().complete(null));
        bus.publish(new Mark(heard));
        heard.orTimeout(30, TimeUnit.SECONDS).join();
        listening.close();
    }

    /** The process stands still for a while, as if frozen: clocks run on, nothing else does. */
    public void freeze(Duration pause) {
        frozen.addAndGet(pause.toNanos());
    }

    public String origin() {
        return "http://127.0.0.1:" + javalin.port();
    }

    public Bus bus() {
        return bus;
    }

    public Operator join(String name, Role role, SiteId... sites) {
        var draft = new InvitationDraft(name + "@example.org", role, Set.of(sites), Set.of());
        String token = people.invitations().issue(Actor.program(), draft).token();
        var acceptance = new Invitations.Acceptance(name, "", PASSWORD, "en");
        return people.invitations().accept(token, acceptance, "192.0.2.9");
    }

    /** A new site that serves the shop's origin. */
    public Site anotherSite(String name) {
        return people.sites().create(Actor.program(), SiteDraft.standard(name, List.of(SHOP), "Europe/Moscow", "ru"));
    }

    /** A ticket of a new session. */
    public String ticket(OperatorId operator) {
        return ticket(session(operator));
    }

    public String ticket(String session) {
        return people.tickets().issue(session);
    }

    public String session(OperatorId operator) {
        return people.sessions().open(operator, "192.0.2.1", "a test").session().id();
    }

    private record Mark(CompletableFuture<Void> heard) {}

    @Override
    public void close() {
        javalin.stop();
        routing.dispatcher().close();
        bus.close();
        opened.close();
    }
}

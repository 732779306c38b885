import chat.beseda.administration.AdministrationHouse;
import chat.beseda.administration.AdministrationRoutes;
import chat.beseda.answers.ReadyAnswers;
import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.cluster.LocalBus;
import chat.beseda.console.ConsolePages;
import chat.beseda.console.ConsoleRoutes;
import chat.beseda.console.OperatorDoor;
import chat.beseda.console.OperatorHouse;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Corrections;
import chat.beseda.conversations.Posted;
import chat.beseda.delivery.Delivery;
import chat.beseda.delivery.Faces;
import chat.beseda.events.ClientId;
import chat.beseda.files.Attachments;
import chat.beseda.hours.Timetables;
import chat.beseda.inbox.InboxRoutes;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineLimits;
import chat.beseda.lines.PollDoors;
import chat.beseda.lines.SocketDoors;
import chat.beseda.lookout.Watchtower;
import chat.beseda.mail.Mail;
import chat.beseda.outreach.Outreach;
import chat.beseda.outreach.OutreachHouse;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.People;
import chat.beseda.ratings.Ratings;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requests.Requests;
import chat.beseda.rest.ConsoleProblems;
import chat.beseda.rest.Gate;
import chat.beseda.rest.Route;
import chat.beseda.routing.Routing;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import chat.beseda.storage.IdSource;
import chat.beseda.tags.Tags;
import chat.beseda.time.SystemTimers;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.translation.Translations;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.Assets;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.SecurityHeaders;
import chat.beseda.widget.VisitorDoor;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The product's own parts wired once more in a process of its own, with visitors who need no socket: one process may not open
 * as many as there are visitors. Arguments: port, data folder, synthetic visitors, how many of them move a second, and of how many
 * a conversation is over.
 */
final class CrowdedServer {
    private static final int OWN = 40;
    private static final int SAID = 40;
    private static final Duration PAGE_CHANGE = Duration.ofSeconds(10);

    private final RandomTokens tokens = new RandomTokens();
    private final Clock clock = Clock.systemUTC();
    private final LocalBus bus = new LocalBus();
    private final SystemTimers timers = new SystemTimers();
    private final Database database;
    private final People people;
    private final Visitors visitors;
    private final VisitorPresence presence;
    private final Conversations conversations;
    private final Delivery delivery;
    private final Routing routing;
    private final Watchtower watchtower;
    private final Outreach outreach;
    private final Bans bans;
    private final SiteCustoms customs;
    private final ReadyAnswers answers;
    private final Knowledge knowledge;
    private final Clients clients;
    private final Ratings ratings;
    private final Tags tags;
    private final Timetables timetables;
    private final Requests requests;
    private final Attachments attachments;
    private final SiteId site;

    private CrowdedServer(Path data) {
        database = Database.open(new DatabaseAddress.SqliteFile(data.resolve("beseda.db")), broken -> System.exit(70));
        var ids = new IdSource(clock);
        people = People.of(database, bus, ids, clock, new Passwords(Passwords.KIBIBYTES), data.resolve("photos"));
        visitors = new Visitors(database, bus, ids, clock);
        presence = new VisitorPresence(bus, timers, clock, PAGE_CHANGE);
        conversations = new Conversations(database, bus, ids, clock);
        var faces = new Faces(people.operators(), people.presence());
        delivery = new Delivery(
                conversations, faces, bus, timers, clock, System::nanoTime, new SecureRandom(), database.epoch());
        routing = Routing.of(database, conversations, people, bus, timers, clock);
        watchtower = Watchtower.build(
                database, bus, presence, visitors, people.audit(), data.resolve("no-places"), timers, clock);
        var parts = new OutreachHouse(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.presence(),
                visitors,
                presence,
                conversations,
                watchtower.sightings()::place);
        outreach = Outreach.of(parts, people.audit());
        bans = new Bans(database, bus, ids, people.audit(), clock);
        customs = new SiteCustoms(database, bus, people.audit());
        answers = new ReadyAnswers(database, bus, ids, people.audit(), people.departments(), clock);
        knowledge = new Knowledge(database, bus, ids, people.audit(), people.sites(), clock);
        clients = new Clients(database, bus, visitors, people.audit(), clock);
        ratings = new Ratings(database, bus, clock);
        tags = new Tags(database, bus, ids, people.audit());
        timetables = new Timetables(database, people.sites(), people.departments(), ids, people.audit());
        requests = requests(ids);
        attachments = new Attachments(database, data.resolve("files"), clock);
        var shop = SiteDraft.standard("Shop", List.of(Company.SHOP), "Europe/Moscow", "ru");
        var wanted = new FirstSetUp.Wanted("Анна", Server.EMAIL, Server.PASSWORD, "ru", "Ромашка", shop);
        site = people.firstSetUp().make(Actor.program(), wanted).site().id();
    }

    private void open(int port) {
        var visitorDoor = new VisitorDoor(
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
                new Transcripts(database, clock),
                site -> false,
                watchtower.words(),
                timers,
                clock,
                1_000_000);
        var house = house();
        var operatorDoor = new OperatorDoor(house, people.tickets(), timers);
        watchtower.open(bus, conversations, timers);
        visitorDoor.listen(bus);
        operatorDoor.listen(bus);
        delivery.start();
        routing.dispatcher().start();
        outreach.inviter().start(bus, timers);
        people.presence().keep(timers);
        var own = new OwnOrigin(null);
        var limits = new LineLimits(AddressLimit.DEFAULT_LINES, AddressLimit.DEFAULT_ALL);
        Map<String, LineGate> sockets = Map.of("/ws/visitor", visitorDoor, "/ws/operator", operatorDoor);
        Map<String, LineGate> polls = Map.of("visitor", visitorDoor, "operator", operatorDoor);
        Javalin.create(config -> {
                    plain(config, port);
                    config.jetty.modifyServer(server -> new SocketDoors(sockets, limits, timers, own).install(server));
                    new PollDoors(polls, limits, timers, new RandomTokens(), PollDoors.HOLD, own).addTo(config.routes);
                    ConsoleProblems.table().addTo(config.routes);
                    new Gate(people.operators(), people.sessions(), own, routes(house, own)).addTo(config.routes);
                    new ConsolePages(new Assets("frontend")).addTo(config.routes);
                    config.routes.get("/health/ready", context -> context.result("{}"));
                })
                .start();
    }

    private List<Route> routes(OperatorHouse house, OwnOrigin own) {
        var administration = new AdministrationHouse(
                people,
                conversations,
                routing,
                outreach,
                customs,
                answers,
                knowledge,
                clients,
                tags,
                timetables,
                new Translations(database, people.audit(), timers, clock),
                watchtower.visits().goalPages(),
                watchtower.atlas(),
                clock);
        return Stream.of(
                        AdministrationRoutes.of(administration, own, "bench"),
                        ConsoleRoutes.of(house, attachments, answers),
                        InboxRoutes.of(requests, clock))
                .flatMap(List::stream)
                .toList();
    }

    private static void plain(JavalinConfig config, int port) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.jsonMapper(new JavalinJackson3());
        SecurityHeaders.addTo(config.routes);
        config.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            connector.setAcceptQueueSize(1_024);
            return connector;
        });
    }

    private OperatorHouse house() {
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
                unseen(),
                requests.rights(),
                clock);
    }

    private UnseenAnswers unseen() {
        return new UnseenAnswers(
                database,
                conversations,
                visitors,
                visitor -> presence.of(visitor).isPresent(),
                bans,
                new Mail(database, new IdSource(clock), people.audit(), timers, clock),
                people.audit(),
                clock);
    }

    private Requests requests(IdSource ids) {
        return new Requests(new Requests.House(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.operators(),
                visitors,
                clients,
                conversations,
                timetables,
                new RequestKinds(
                        database, people.sites(), people.departments(), people.operators(), ids, people.audit()),
                watchtower.atlas()::zoneOfPhone));
    }

    /** Visitors without sockets, each stored and on a page. */
    private void fill(int number) throws Exception {
        List<Callable<Void>> arrivals = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            int each = at;
            arrivals.add(() -> {
                arrive(each);
                return null;
            });
        }
        try (var hands = Executors.newFixedThreadPool(128, Thread.ofVirtual().factory())) {
            for (Future<Void> done : hands.invokeAll(arrivals)) {
                done.get();
            }
        }
    }

    private void arrive(int number) {
        var visitor = visitors.recognise(site, null, null, false).visitor();
        var facts = new VisitorFacts(
                "ru-RU", "Europe/Moscow", 1_280 + number % 5 * 160, 1_080, Herd.agent(number), "192.0.2.1");
        presence.arrived(visitor.id(), site, "synthetic " + number, "tab", facts, page(number));
    }

    /** So many conversations that are over, and {@value #OWN} of the administrator's that go on. */
    private void talk(int ended) {
        var administrator = people.operators().all().getFirst().id();
        for (int at = 0; at < ended; at++) {
            Conversation asked = asked(at);
            conversations.endByVisitor(asked.facts().visitor(), asked.id());
        }
        for (int at = 0; at < Math.min(ended, OWN); at++) {
            Conversation asked = asked(at);
            var id = asked.id();
            conversations.take(administrator, id, asked.facts().version());
            for (int said = 0; said < SAID; said++) {
                int version = conversations.byId(id).orElseThrow().facts().version();
                conversations.postByOperator(administrator, id, version, cid(), Texts.line(said));
            }
        }
    }

    private Conversation asked(int number) {
        var visitor = visitors.recognise(site, null, null, true).visitor();
        Posted posted = conversations.postByVisitor(visitor, cid(), Texts.line(number), page(number));
        return switch (posted) {
            case Posted.Stored stored ->
                conversations.byId(stored.conversation()).orElseThrow();
            case Posted.Refused refused -> throw new IllegalStateException("not asked: " + refused);
        };
    }

    private ClientId cid() {
        return new ClientId(tokens.name());
    }

    private static Page page(long number) {
        long article = number % 3_000;
        return new Page(
                "https://shop.example/catalogue/kitchen/kettles/" + article + "?utm_source=search",
                "Чайник электрический " + article + ", 1,7 л — купить с доставкой",
                "https://search.example/?q=kettle+" + number % 700);
    }

    /** Each second so many of them open another page, one after the other. */
    private void move(int number, int perSecond) throws InterruptedException {
        var moved = new AtomicLong();
        long begun = System.nanoTime();
        while (number > 0) {
            long due = (System.nanoTime() - begun) * perSecond / 1_000_000_000L;
            while (moved.get() < due) {
                long next = moved.getAndIncrement();
                presence.moved("synthetic " + next * 7_919 % number, page(next + 1));
            }
            Thread.sleep(5);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int number = Integer.parseInt(arguments[2]);
        var server = new CrowdedServer(Path.of(arguments[1]));
        server.fill(number);
        server.talk(Integer.parseInt(arguments[4]));
        server.open(Integer.parseInt(arguments[0]));
        server.move(number, Integer.parseInt(arguments[3]));
    }

    /** Starts one and returns when it answers. */
    static Server start(Run run, int synthetic, int movesPerSecond, int ended)
            throws IOException, InterruptedException {
        int port = Server.freePort();
        Path data = Files.createDirectories(run.scratch().file("crowded"));
        var options = List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xms256m", "-Xmx2g");
        var builder = run.children()
                .java(
                        options,
                        "CrowdedServer",
                        String.valueOf(port),
                        data.toString(),
                        String.valueOf(synthetic),
                        String.valueOf(movesPerSecond),
                        String.valueOf(ended));
        return Server.launch(run.children(), builder, port, run.scratch().file("crowded.log"));
    }
}

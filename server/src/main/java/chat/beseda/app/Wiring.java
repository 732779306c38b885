package chat.beseda.app;

import chat.beseda.administration.AdministrationHouse;
import chat.beseda.administration.AdministrationRoutes;
import chat.beseda.administration.PhotoFiles;
import chat.beseda.console.ConsolePages;
import chat.beseda.console.ConsoleRoutes;
import chat.beseda.console.OperatorDoor;
import chat.beseda.console.OperatorHouse;
import chat.beseda.conversations.Corrections;
import chat.beseda.correspondence.AnswerFiles;
import chat.beseda.correspondence.Answers;
import chat.beseda.files.FileOwner;
import chat.beseda.files.FileRules;
import chat.beseda.guests.AddressDoor;
import chat.beseda.guests.Guests;
import chat.beseda.guests.PushDoor;
import chat.beseda.guests.RequestDoor;
import chat.beseda.help.HelpPages;
import chat.beseda.inbox.InboxRoutes;
import chat.beseda.letters.AnswerLetters;
import chat.beseda.letters.LinkedPages;
import chat.beseda.letters.ReportLetters;
import chat.beseda.letters.TranscriptLetters;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineLimits;
import chat.beseda.lines.PollDoors;
import chat.beseda.lines.SocketDoors;
import chat.beseda.operators.OperatorId;
import chat.beseda.pages.DemoShop;
import chat.beseda.pages.WidgetPages;
import chat.beseda.push.PushServices;
import chat.beseda.reports.Packer;
import chat.beseda.reports.Reports;
import chat.beseda.requestpages.RequestDesk;
import chat.beseda.requestpages.RequestPages;
import chat.beseda.rest.ConsoleProblems;
import chat.beseda.rest.Gate;
import chat.beseda.rest.Route;
import chat.beseda.security.RandomTokens;
import chat.beseda.services.ServiceRoutes;
import chat.beseda.sites.Site;
import chat.beseda.storage.StorageException;
import chat.beseda.supervision.ScheduledReports;
import chat.beseda.supervision.SupervisionHouse;
import chat.beseda.supervision.SupervisionRoutes;
import chat.beseda.threads.ThreadPages;
import chat.beseda.unseen.ReturnedLetters;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.VisitorForgotten;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.web.Assets;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import chat.beseda.widget.VisitorDoor;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Hangs the doors into the house: which address leads to which part. */
final class Wiring {
    private static final String VERSION = Optional.ofNullable(
                    Wiring.class.getPackage().getImplementationVersion())
            .orElse("0.1.0");

    private static final Duration STORE_RETRY = Duration.ofSeconds(5);

    private static final Duration PATIENCE_AT_PARTING = Duration.ofSeconds(2);

    private final House house;
    private final Configuration configuration;
    private final OwnOrigin ownOrigin;
    private final VisitorDoor visitorDoor;
    private final UnseenAnswers unseen;
    private final OperatorHouse operatorHouse;
    private final OperatorDoor operatorDoor;
    private final LineLimits limits;
    private final PollDoors polls;

    Wiring(House house, Configuration configuration) {
        this.house = house;
        this.configuration = configuration;
        this.ownOrigin = new OwnOrigin(configuration.publicUrl());
        this.visitorDoor = new VisitorDoor(
                house.people().sites(),
                house.visitors(),
                house.visitorPresence(),
                house.conversations(),
                house.delivery(),
                house.routing(),
                house.outreach(),
                house.bans(),
                house.customs(),
                house.clients(),
                house.ratings(),
                house.transcripts(),
                site -> !house.requests().kindsFor(site).isEmpty(),
                house.watchtower().words(),
                house.timers(),
                house.clock(),
                configuration.newcomersPerAddress());
        this.unseen = unseen(house);
        this.operatorHouse = operatorHouse(house, unseen);
        this.operatorDoor = new OperatorDoor(operatorHouse, house.people().tickets(), house.timers());
        this.limits = new LineLimits(configuration.connectionsPerAddress(), configuration.connections());
        Map<String, LineGate> gates = Map.of("visitor", visitorDoor, "operator", operatorDoor);
        this.polls = new PollDoors(gates, limits, house.timers(), new RandomTokens(), PollDoors.HOLD, ownOrigin);
    }

    /** Lets news flow to the screens. Called once, before the port opens. */
    void listen() {
        house.watchtower().open(house.bus(), house.conversations(), house.timers());
        visitorDoor.listen(house.bus());
        operatorDoor.listen(house.bus());
        house.delivery().start();
        house.routing().dispatcher().start();
        house.outreach().inviter().start(house.bus(), house.timers());
        house.attachments().keep(house.timers());
        house.pushes().listen(house.bus());
        house.archivist().keep(house.bus(), house.timers());
        new Packer(house.database(), house.worktime(), house.clock()).keep(house.timers());
        house.schedules().keep(house.timers());
        house.requests().keep(house.timers());
        house.mail().keep();
        house.mailbox().keep(answers(house));
        transcriptLetters(house).keep(house.timers());
        answerLetters().keep(house.timers());
        new ReportLetters(house.database(), house.schedules(), new ScheduledReports(supervision()), house.mail())
                .keep(house.timers());
        house.bus()
                .subscribe(
                        VisitorForgotten.class,
                        news -> Thread.startVirtualThread(() -> house.attachments()
                                .forget(FileOwner.visitor(news.visitor().value()))));
        house.people().sessions().keep(house.timers());
        house.people().presence().keep(house.timers());
        house.people().shifts().keep(house.timers());
        house.people().idleness().keep(house.timers());
    }

    /** Tells every screen that the server restarts, and lets those without a socket hear it. */
    void sayGoodbye() {
        house.delivery().stop();
        try {
            polls.awaitGoodbyes(PATIENCE_AT_PARTING);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    void addTo(JavalinConfig config) {
        Map<String, LineGate> sockets = Map.of("/ws/visitor", visitorDoor, "/ws/operator", operatorDoor);
        config.jetty.modifyServer(
                server -> new SocketDoors(sockets, limits, house.timers(), ownOrigin).install(server));
        polls.addTo(config.routes);
        ConsoleProblems.table()
                .add(StorageException.class, trouble -> Problem.later(503, "storage", STORE_RETRY))
                .addTo(config.routes);
        new Gate(house.people().operators(), house.people().sessions(), ownOrigin, routes()).addTo(config.routes);
        new PhotoFiles(house.people().photos()).addTo(config.routes);
        var assets = new Assets("frontend");
        new WidgetPages(assets, house.people().sites()).addTo(config.routes);
        visitorDoor.addPlainPages(config.routes, ownOrigin);
        visitorDoor.addFiles(config.routes, house.attachments(), ownOrigin);
        var guests = new Guests(house.people().sites(), house.visitors(), house.bans());
        new AddressDoor(guests).addTo(config.routes);
        new RequestDoor(guests, house.requests(), ownOrigin).addTo(config.routes);
        new PushDoor(
                        guests,
                        house.pushes(),
                        new PushServices(configuration.pushServices()),
                        house.customs(),
                        ownOrigin,
                        house.timers(),
                        house.clock())
                .addTo(config.routes);
        new HelpPages(house.people().sites(), house.knowledge(), ownOrigin, house.timers(), house.clock())
                .addTo(config.routes);
        threads().addTo(config.routes);
        requestPages().addTo(config.routes);
        new DemoShop(assets, this::shopSite).addTo(config.routes);
        new ConsolePages(assets).addTo(config.routes);
    }

    private ThreadPages threads() {
        return new ThreadPages(
                house.people().sites(),
                house.visitors(),
                house.conversations(),
                house.bans(),
                unseen,
                new LinkedPages((operator, language) -> name(house, operator, language)),
                house.timers(),
                house.clock());
    }

    private RequestPages requestPages() {
        return new RequestPages(new RequestDesk(
                house.people().sites(),
                house.visitors(),
                house.bans(),
                house.requests(),
                ownOrigin,
                house.timers(),
                house.clock()));
    }

    private List<Route> routes() {
        var administration = new AdministrationHouse(
                house.people(),
                house.conversations(),
                house.routing(),
                house.outreach(),
                house.customs(),
                house.answers(),
                house.knowledge(),
                house.clients(),
                house.tags(),
                house.timetables(),
                house.translations(),
                house.watchtower().visits().goalPages(),
                house.watchtower().atlas(),
                house.clock());
        return Stream.of(
                        AdministrationRoutes.of(administration, ownOrigin, VERSION),
                        ServiceRoutes.of(
                                house.mail(),
                                house.mailbox(),
                                unseen,
                                configuration.publicUrl() != null,
                                house.translations()),
                        ConsoleRoutes.of(operatorHouse, house.attachments(), house.answers()),
                        InboxRoutes.of(house.requests(), house.clock()),
                        SupervisionRoutes.of(supervision()))
                .flatMap(List::stream)
                .toList();
    }

    private SupervisionHouse supervision() {
        return new SupervisionHouse(
                house.archive(),
                house.worktime(),
                new Reports(house.database(), house.worktime()),
                house.schedules(),
                house.mail(),
                house.conversations(),
                house.visitors(),
                house.people().sites(),
                house.people().departments(),
                house.people().operators(),
                house.people().shifts(),
                house.tags(),
                house.people().settings(),
                house.watchtower().atlas().names(),
                house.people().audit(),
                house.clock());
    }

    private static Answers answers(House house) {
        var files = new AnswerFiles(house.attachments(), site -> {
            VisitorSettings settings = house.customs().of(site);
            return FileRules.of(settings.files(), settings.fileMegabytes(), settings.fileKinds());
        });
        return new Answers(
                house.mail().marks(),
                house.conversations(),
                house.visitors(),
                house.bans(),
                new ReturnedLetters(house.database(), house.conversations(), house.mail(), house.clock()),
                files,
                house.mailbox()::enteredLately);
    }

    private static TranscriptLetters transcriptLetters(House house) {
        return new TranscriptLetters(
                house.database(),
                house.transcripts(),
                house.conversations(),
                house.people().sites(),
                (operator, language) -> name(house, operator, language),
                house.mail());
    }

    private static UnseenAnswers unseen(House house) {
        return new UnseenAnswers(
                house.database(),
                house.conversations(),
                house.visitors(),
                visitor -> house.visitorPresence().of(visitor).isPresent(),
                house.bans(),
                house.mail(),
                house.people().audit(),
                house.clock());
    }

    private AnswerLetters answerLetters() {
        return new AnswerLetters(
                house.database(),
                unseen,
                house.people().sites(),
                (operator, language) -> name(house, operator, language),
                house.mail(),
                configuration.publicUrl());
    }

    private static String name(House house, OperatorId operator, String language) {
        return house.people()
                .operators()
                .byId(operator)
                .map(known -> known.profile().in(language).name())
                .orElse("");
    }

    /** The first site that is served, while the demo is on. */
    private Optional<Site> shopSite() {
        boolean on = configuration.demo() != Configuration.Demo.OFF
                || house.people().settings().now().demo();
        return house.people().sites().all().stream()
                .filter(site -> on && !site.disabled())
                .findFirst();
    }

    private static OperatorHouse operatorHouse(House house, UnseenAnswers unseen) {
        return new OperatorHouse(
                house.people().sites(),
                house.people().departments(),
                house.people().settings(),
                house.people().operators(),
                house.people().sessions(),
                house.people().presence(),
                house.people().shifts(),
                house.visitors(),
                house.visitorPresence(),
                house.conversations(),
                new Corrections(house.database(), house.bus(), house.clock()),
                house.delivery(),
                house.routing(),
                house.watchtower(),
                house.outreach(),
                house.bans(),
                house.customs(),
                house.clients(),
                house.ratings(),
                house.tags(),
                unseen,
                house.requests().rights(),
                house.clock());
    }
}

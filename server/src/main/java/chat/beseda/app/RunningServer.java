package chat.beseda.app;

import chat.beseda.cluster.LocalBus;
import chat.beseda.demo.Demo;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.SystemTimers;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server at work: everything opened in order, the port last, and closed the other way round. Thread-safe. */
final class RunningServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration CERTIFICATE_LOOK = Duration.ofMinutes(1);
    /** Seen by the shell when the disk failed: start me anew. */
    private static final int START_ANEW = 70;

    private final Opened opened;
    private final LocalBus bus;
    private final SystemTimers timers;
    private final Database database;
    private final House house;
    private final Health health;
    private final Wiring wiring;
    private final MetricsDoor metrics;
    private final WebServer web;
    private final Demo demo;

    private RunningServer(Configuration configuration, Opened opened) {
        this.opened = opened;
        this.bus = opened.add(new LocalBus());
        this.database = opened.add(Database.open(configuration.database(), RunningServer::giveUp));
        this.timers = new SystemTimers();
        this.house = House.build(
                database, bus, timers, Clock.systemUTC(), new DataFolder(configuration.data()), configuration.places());
        opened.add(house.watchtower().atlas());
        opened.add(() -> house.people().sessions().flush());
        opened.add(() -> house.people().shifts().close());
        opened.add(house.routing().dispatcher());
        opened.add(() -> house.watchtower().visits().flush());
        opened.add(() -> house.outreach().inviter().stop());
        opened.add(timers);
        this.demo = new Demo(
                database,
                house.people(),
                house.outreach().rules(),
                house.answers(),
                house.knowledge(),
                house.tags(),
                house.timetables(),
                house.customs(),
                house.requests().kinds(),
                house.clock());
        if (configuration.demo() == Configuration.Demo.FULL) {
            demo.prepare(configuration.likelyOrigin());
        }
        UnattendedSetUp.ifWanted(configuration, house.people().firstSetUp());
        this.health = new Health(database::trouble);
        this.wiring = new Wiring(house, configuration);
        this.metrics = new MetricsDoor(figures(), configuration.metricsToken());
        this.web = new WebServer(configuration, this::addRoutes);
    }

    /**
     * Opens everything, the port last. A start that fails closes what it opened.
     *
     * @throws SettingRefusal when a port is taken, or a setting cannot be used otherwise
     */
    static RunningServer start(Configuration configuration) {
        var opened = new Opened();
        boolean complete = false;
        try {
            var server = new RunningServer(configuration, opened);
            server.open(configuration);
            complete = true;
            return server;
        } finally {
            if (!complete) {
                opened.close();
            }
        }
    }

    private void open(Configuration configuration) {
        wiring.listen();
        opened.add(metrics);
        if (configuration.metricsPort() >= 0) {
            metrics.listen(configuration.metricsPort());
        }
        opened.add(web);
        web.open();
        opened.add(wiring::sayGoodbye);
        timers.every(CERTIFICATE_LOOK, web::rereadCertificate);
        OldGeneration.look(timers);
        health.is(Health.Phase.READY);
        log.atInfo().addKeyValue("port", web.port()).log("server.ready");
        sayWhereToOpen(configuration);
        if (configuration.demo() == Configuration.Demo.FULL) {
            letTheDemoLive(configuration);
        }
    }

    /** An empty server is opened with a code that only this line tells: see {@link chat.beseda.people.SetUpCode}. */
    private void sayWhereToOpen(Configuration configuration) {
        String address = address(configuration, web.port());
        if (house.people().firstSetUp().isNeeded()) {
            System.out.printf(
                    "Beseda is open: %s?setup=%s%n",
                    address, house.people().setUpCode().text());
            System.out.println("(the code in this address is for the first set-up; every start makes another)");
        } else {
            System.out.println("Beseda is open: " + address);
        }
    }

    private void letTheDemoLive(Configuration configuration) {
        URI here = URI.create(localAddress(configuration, web.port()));
        String origin = configuration.publicUrl() == null ? here.toString() : configuration.likelyOrigin();
        demo.live(here, origin, house.conversations(), house.routing().dispatcher()::refuse, bus, timers)
                .ifPresent(crowd -> {
                    opened.add(crowd);
                    System.out.printf("The demo's administrator: %s, password %s%n", Demo.ADMINISTRATOR, Demo.PASSWORD);
                });
    }

    /** Where people find the web server; the port is another than the setting's when that is 0. */
    int port() {
        return web.port();
    }

    int metricsPort() {
        return metrics.port();
    }

    private static String localAddress(Configuration configuration, int port) {
        return "%s://localhost:%d".formatted(configuration.certificate() == null ? "http" : "https", port);
    }

    private static String address(Configuration configuration, int port) {
        if (configuration.publicUrl() != null) {
            return configuration.publicUrl() + "/";
        }
        return localAddress(configuration, port) + "/";
    }

    private void addRoutes(JavalinConfig config) {
        health.addTo(config.routes);
        metrics.addTo(config.routes);
        wiring.addTo(config);
    }

    private Figures figures() {
        var figures = new Figures();
        figures.gauge("beseda_writes_waiting", "Writes that wait for their commit.", database::writesWaiting);
        figures.gauge(
                "beseda_lines",
                "Screens connected now.",
                () -> house.delivery().heartbeats().lines());
        figures.gauge("beseda_visitors", "Visitors on line.", house.visitorPresence()::count);
        return figures;
    }

    /** After an error of the disk itself no later answer of it can be believed: the process ends and is started anew. */
    private static void giveUp(StorageException failure) {
        log.atError().setCause(failure).log("store.broken");
        Runtime.getRuntime().halt(START_ANEW);
    }

    /** Tells the screens, writes what waits, and is gone within ten seconds. */
    @Override
    public void close() {
        health.is(Health.Phase.STOPPING);
        opened.close();
        log.atInfo().log("server.stopped");
    }
}

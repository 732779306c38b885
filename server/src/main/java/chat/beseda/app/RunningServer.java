package chat.beseda.app;

import chat.beseda.cluster.LocalBus;
import chat.beseda.crowd.CrowdLife;
import chat.beseda.demo.Demo;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.SystemTimers;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server at work: everything opened in order, the port last, and closed the other way round. Thread-safe. */
final class RunningServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration CERTIFICATE_LOOK = Duration.ofMinutes(1);
    /** Seen by the shell when the disk failed: start me anew. */
    private static final int START_ANEW = 70;

    private final Database database;
    private final LocalBus bus = new LocalBus();
    private final SystemTimers timers = new SystemTimers();
    private final House house;
    private final Wiring wiring;
    private final MetricsDoor metrics;
    private final WebServer web;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Demo demo;
    private @Nullable CrowdLife crowd;

    private RunningServer(Configuration configuration) {
        this.database = Database.open(configuration.database(), RunningServer::giveUp);
        this.house =
                House.build(database, bus, timers, Clock.systemUTC(), new DataFolder(configuration.data()).photos());
        this.demo = new Demo(database, house.people(), house.clock());
        if (configuration.demo() == Configuration.Demo.FULL) {
            demo.prepare(configuration.likelyOrigin());
        }
        UnattendedSetUp.ifWanted(configuration, house.people().firstSetUp());
        this.wiring = new Wiring(house, configuration);
        this.metrics = new MetricsDoor(figures(), configuration.metricsToken());
        this.web = new WebServer(configuration, this::addRoutes);
    }

    /** Opens everything, the port last. */
    static RunningServer start(Configuration configuration) throws IOException {
        var server = new RunningServer(configuration);
        server.wiring.listen();
        server.web.open();
        if (configuration.metricsPort() >= 0) {
            server.metrics.listen(configuration.metricsPort());
        }
        server.timers.every(CERTIFICATE_LOOK, server.web::rereadCertificate);
        server.ready.set(true);
        log.atInfo().addKeyValue("port", server.web.port()).log("server.ready");
        server.sayWhereToOpen(configuration);
        if (configuration.demo() == Configuration.Demo.FULL) {
            server.letTheDemoLive(configuration);
        }
        return server;
    }

    /** An empty server is opened with a code that only this line tells: see {@link chat.beseda.operators.SetUpCode}. */
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
        crowd = demo.live(here, origin, house.conversations(), bus, timers).orElse(null);
        if (crowd != null) {
            System.out.printf("The demo's administrator: %s, password %s%n", Demo.ADMINISTRATOR, Demo.PASSWORD);
        }
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
        config.routes.get("/health/live", context -> context.json(Map.of("status", "live")));
        config.routes.get("/health/ready", context -> {
            boolean open = ready.get();
            context.status(open ? 200 : 503).json(Map.of("status", open ? "ready" : "stopping"));
        });
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
        ready.set(false);
        CrowdLife living = crowd;
        if (living != null) {
            living.close();
        }
        house.delivery().stop();
        metrics.close();
        web.close();
        timers.close();
        house.people().sessions().flush();
        database.close();
        bus.close();
        log.atInfo().log("server.stopped");
    }
}

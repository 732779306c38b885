package chat.beseda.app;

import chat.beseda.cluster.LocalBus;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.SystemTimers;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server at work: what has to be closed, in the order it was opened. */
final class RunningServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration CERTIFICATE_LOOK = Duration.ofMinutes(1);

    private final Database database;
    private final LocalBus bus = new LocalBus();
    private final SystemTimers timers = new SystemTimers();
    private final WebServer web;

    private RunningServer(Configuration configuration) {
        this.database = Database.open(configuration.database(), RunningServer::giveUp);
        this.web = new WebServer(configuration, this::addRoutes);
    }

    /** Opens everything, the port last. */
    static RunningServer start(Configuration configuration) {
        var server = new RunningServer(configuration);
        server.web.open();
        server.timers.every(CERTIFICATE_LOOK, server.web::rereadCertificate);
        log.atInfo().addKeyValue("port", server.web.port()).log("server.ready");
        System.out.println("Beseda is open: " + address(configuration, server.web.port()));
        return server;
    }

    private static String address(Configuration configuration, int port) {
        if (configuration.publicUrl() != null) {
            return configuration.publicUrl() + "/";
        }
        return "%s://localhost:%d/".formatted(configuration.certificate() == null ? "http" : "https", port);
    }

    private void addRoutes(JavalinConfig config) {
        config.routes.get("/health/live", context -> context.json(Map.of("status", "live")));
        config.routes.get("/health/ready", context -> context.json(Map.of("status", "ready")));
    }

    /** After an error of the disk itself no later answer of it can be believed: the process ends and is started anew. */
    private static void giveUp(StorageException failure) {
        log.atError().setCause(failure).log("store.broken");
        Runtime.getRuntime().halt(70);
    }

    @Override
    public void close() {
        web.close();
        timers.close();
        bus.close();
        database.close();
    }
}

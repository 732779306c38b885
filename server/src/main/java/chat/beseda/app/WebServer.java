package chat.beseda.app;

import chat.beseda.web.AddressLimit;
import chat.beseda.web.Doorkeeper;
import chat.beseda.web.Doors;
import chat.beseda.web.PemFiles;
import chat.beseda.web.SecurityHeaders;
import chat.beseda.web.TrustedProxies;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the process: one port, plain or with our own TLS, and the routes that were handed in. */
final class WebServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final long CONNECTIONS_TO_A_LINE = 4;
    private static final long LARGEST_REQUEST = 6L * 1024 * 1024;

    private final Configuration wanted;
    private final Javalin javalin;
    private final SslContextFactory.@Nullable Server certificates;
    private final @Nullable PemFiles files;
    private final AtomicReference<FileTime> readAt = new AtomicReference<>(FileTime.fromMillis(0));

    /** @param routes adds routes and sockets; called once before the port opens */
    WebServer(Configuration configuration, Consumer<JavalinConfig> routes) {
        this.wanted = configuration;
        Configuration.Certificate certificate = configuration.certificate();
        this.files = certificate == null ? null : new PemFiles(certificate.chain(), certificate.key());
        this.certificates = files == null ? null : Doors.certificates(files);
        this.javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.jsonMapper(new JavalinJackson3());
            config.jetty.modifyServer(server -> server.setStopTimeout(0));
            config.jetty.addConnector((server, http) -> connector(server, http, configuration));
            SecurityHeaders.addTo(config.routes);
            routes.accept(config);
        });
    }

    /** @throws SettingRefusal when the port cannot be had */
    void open() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw refusal(reason(taken));
        }
    }

    /** Port or host: an address of another machine would be free to whoever has it. */
    private SettingRefusal refusal(IOException reason) {
        try {
            if (NetworkInterface.getByInetAddress(InetAddress.getByName(wanted.host())) != null
                    || InetAddress.getByName(wanted.host()).isAnyLocalAddress()) {
                return SettingRefusal.port(Setting.PORT, wanted.port(), wanted.host(), reason);
            }
        } catch (IOException unknown) {
            // Told below: no such address here.
        }
        return new SettingRefusal(
                Setting.HOST.inEnvironment(),
                wanted.host(),
                "an address of this machine (%s)".formatted(reason.getMessage()));
    }

    private static IOException reason(JavalinBindException taken) {
        for (@Nullable Throwable cause = taken; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException words && words.getCause() == null) {
                return words;
            }
        }
        return new BindException(taken.getMessage());
    }

    int port() {
        Connector connector = javalin.jettyServer().server().getConnectors()[0];
        return ((ServerConnector) connector).getLocalPort();
    }

    /** Takes a renewed certificate without a restart. */
    void rereadCertificate() {
        PemFiles pem = files;
        SslContextFactory.Server current = certificates;
        if (pem == null || current == null) {
            return;
        }
        try {
            FileTime changed = Files.getLastModifiedTime(pem.chain());
            if (!changed.equals(readAt.getAndSet(changed))) {
                current.reload(fresh -> fresh.setKeyStore(pem.read()));
            }
        } catch (Exception failure) {
            log.atError().addKeyValue("file", pem.chain()).setCause(failure).log("certificate.reload.failed");
        }
    }

    private Connector connector(Server server, HttpConfiguration http, Configuration configuration) {
        var proxies = new TrustedProxies(configuration.trustedProxies());
        http.addCustomizer(proxies);
        SslContextFactory.Server tls = certificates;
        ServerConnector connector = tls == null
                ? Doors.plain(server, http, configuration.host(), configuration.port())
                : Doors.secure(server, http, configuration.host(), configuration.port(), tls);
        Doorkeeper.guard(
                connector, http, connections(configuration), proxies, Doorkeeper.ASKS_WITHIN, Doorkeeper.SAID_WITHIN);
        return connector;
    }

    /** A browser's line is one connection of several. */
    private static AddressLimit connections(Configuration configuration) {
        return new AddressLimit(
                Math.clamp(CONNECTIONS_TO_A_LINE * (long) configuration.connectionsPerAddress(), 1, Integer.MAX_VALUE),
                Math.clamp(CONNECTIONS_TO_A_LINE * (long) configuration.connections(), 1, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        javalin.stop();
    }
}

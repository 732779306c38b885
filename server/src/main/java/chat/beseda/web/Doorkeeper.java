package chat.beseda.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Sends away whoever occupies the port without asking anything: too many connections of one network, a connection that asks
 * nothing for a while, a request whose body does not come to an end. Thread-safe.
 */
public final class Doorkeeper implements Connection.Listener, HttpConfiguration.Customizer {
    /** From the opening of a connection to the last line of its first header. */
    public static final Duration ASKS_WITHIN = Duration.ofSeconds(15);

    /** From the header to the end of the body: a photo over a poor mobile network. */
    public static final Duration SAID_WITHIN = Duration.ofSeconds(60);

    private final AddressLimit connections;
    private final TrustedProxies proxies;
    private final Scheduler scheduler;
    private final Duration asksWithin;
    private final Duration saidWithin;
    private final Map<EndPoint, Visit> visits = new ConcurrentHashMap<>();

    /** @param address null when it holds no place: that of a proxy of ours */
    private record Visit(@Nullable String address, Scheduler.Task deadline) {}

    private Doorkeeper(
            AddressLimit connections, TrustedProxies proxies, Scheduler scheduler, Duration asks, Duration said) {
        this.connections = connections;
        this.proxies = proxies;
        this.scheduler = scheduler;
        this.asksWithin = asks;
        this.saidWithin = said;
    }

    /** Stands at the connector. Called before it starts. */
    public static void guard(
            AbstractConnector connector,
            HttpConfiguration http,
            AddressLimit connections,
            TrustedProxies proxies,
            Duration asks,
            Duration said) {
        var keeper = new Doorkeeper(connections, proxies, connector.getScheduler(), asks, said);
        connector.addEventListener(keeper);
        http.addCustomizer(keeper);
    }

    @Override
    public void onOpened(Connection connection) {
        // Under TLS a second connection opens within the first; a line's socket takes its place and is counted as a
        // line.
        boolean comes = connection instanceof ConnectionMetaData || connection instanceof SslConnection;
        if (!comes
                || !(connection.getEndPoint() instanceof SocketChannelEndPoint end)
                || !(end.getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || peer.getAddress() == null) {
            return;
        }
        String address =
                proxies.isTrusted(peer.getAddress()) ? null : peer.getAddress().getHostAddress();
        if (address != null && !connections.enter(address)) {
            end.close();
            return;
        }
        visits.put(end, new Visit(address, closing(end, asksWithin)));
    }

    @Override
    public void onClosed(Connection connection) {
        Visit visit = visits.remove(connection.getEndPoint());
        if (visit != null) {
            visit.deadline.cancel();
            if (visit.address != null) {
                connections.leave(visit.address);
            }
        }
    }

    /** The header is here. */
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Visit visit = visits.get(outermost(connection.getEndPoint()));
        if (visit != null) {
            visit.deadline.cancel();
        }
        boolean speaks = request.getLength() != 0
                && !HttpMethod.GET.is(request.getMethod())
                && !HttpMethod.HEAD.is(request.getMethod());
        return speaks ? new Speech(request, closing(connection.getEndPoint(), saidWithin)) : request;
    }

    private static EndPoint outermost(EndPoint end) {
        return end instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : end;
    }

    private Scheduler.Task closing(EndPoint end, Duration after) {
        return scheduler.schedule(
                () -> end.close(new TimeoutException("nothing came in " + after)),
                after.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A request whose body still comes. */
    private static final class Speech extends Request.Wrapper {
        private final Scheduler.Task deadline;

        Speech(Request request, Scheduler.Task deadline) {
            super(request);
            this.deadline = deadline;
            Request.addCompletionListener(request, failure -> deadline.cancel());
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                deadline.cancel();
            }
            return chunk;
        }
    }
}

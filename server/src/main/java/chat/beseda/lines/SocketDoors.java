package chat.beseda.lines;

import chat.beseda.time.Timers;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.OwnOrigin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** The addresses where a browser opens a WebSocket, each behind its gate. */
public final class SocketDoors {
    /** Frames waiting in Jetty; a little above our own queue, which is the one that decides. */
    private static final int OUTGOING_FRAMES = LineQueue.FRAMES + 16;

    private static final int BUFFER = 2_048;
    private static final int BAD_REQUEST = 400;

    /** A larger frame reaches us in pieces, so that no browser makes us hold more than its limit. */
    private static final int PIECE = 16_384;

    private final Map<String, LineGate> gates;
    private final OwnOrigin own;
    private final LineLimits limits;
    private final Timers timers;
    private final AtomicLong opened = new AtomicLong();

    /** @param gates by the path of the address, such as {@code /ws/visitor} */
    public SocketDoors(Map<String, LineGate> gates, LineLimits limits, Timers timers, OwnOrigin own) {
        this.gates = Map.copyOf(gates);
        this.own = own;
        this.limits = limits;
        this.timers = timers;
    }

    /** Puts the doors in front of whatever else the server will serve when it starts. */
    public void install(Server server) {
        var upgrades = new WebSocketUpgradeHandler();
        configure(upgrades.getConfiguration());
        gates.forEach((path, gate) -> upgrades.addMapping(path, negotiator(gate)));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle event) {
                Handler behind = server.getHandler();
                if (behind == null || !behind.equals(upgrades)) {
                    // Left alone, the upgrade handler answers 404 to whatever is no upgrade.
                    upgrades.setHandler(behind);
                    server.setHandler(upgrades);
                }
            }
        });
    }

    /** Silence and the size of messages are judged by us, with codes of our own; see docs/protocol.md. */
    private static void configure(Configuration settings) {
        settings.setIdleTimeout(Duration.ZERO);
        settings.setAutoFragment(true);
        settings.setInputBufferSize(BUFFER);
        settings.setOutputBufferSize(BUFFER);
        settings.setMaxFrameSize(PIECE);
        settings.setMaxOutgoingFrames(OUTGOING_FRAMES);
    }

    private WebSocketNegotiator negotiator(LineGate gate) {
        return new WebSocketNegotiator() {
            @Override
            public @Nullable FrameHandler negotiate(
                    ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
                response.setExtensions(List.of());
                LineRequest asked = asked(request);
                if (asked == null) {
                    Response.writeError(request, response, callback, BAD_REQUEST, "address_malformed");
                    return null;
                }
                return switch (gate.admit(asked)) {
                    case LineGate.Admission.Welcome welcome -> counted(welcome, gate, asked.address());
                    case LineGate.Admission.TurnedAway away -> counted(turnAway(away.code()), gate, asked.address());
                    case LineGate.Admission.Refused refused -> {
                        Response.writeError(request, response, callback, refused.status(), refused.code());
                        yield null;
                    }
                };
            }
        };
    }

    /** A line that takes its address's place when it opens: a handshake may still fail after we agreed to it, unheard. */
    private SocketLine counted(LineGate.Admission.Welcome welcome, LineGate gate, String address) {
        AddressLimit addresses = limits.of(gate);
        var entered = new AtomicBoolean();
        var opening = new LineGate.Admission.Welcome(welcome.largestFrame(), line -> {
            if (!addresses.enter(address)) {
                line.close(CloseCode.TOO_MANY);
                return new Nobody();
            }
            entered.set(true);
            return welcome.opener().apply(line);
        });
        return new SocketLine("ws" + opened.incrementAndGet(), opening, timers, () -> {
            if (entered.get()) {
                addresses.leave(address);
            }
        });
    }

    static LineGate.Admission.Welcome turnAway(CloseCode code) {
        return new LineGate.Admission.Welcome(0, line -> {
            line.close(code);
            return new Nobody();
        });
    }

    /** What the browser says; nothing when its address is none, which Jetty would find out only after we agreed. */
    private @Nullable LineRequest asked(Request request) {
        Fields query;
        try {
            request.getHttpURI().toURI();
            query = Request.extractQueryParameters(request);
        } catch (IllegalArgumentException | HttpException.RuntimeException malformed) {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : query) {
            parameters.put(field.getName(), field.getValue());
        }
        return new LineRequest(
                parameters,
                header(request, HttpHeader.ORIGIN),
                own.of(request.getHttpURI().getScheme(), header(request, HttpHeader.HOST)),
                Request.getRemoteAddr(request),
                header(request, HttpHeader.USER_AGENT));
    }

    private static String header(Request request, HttpHeader name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    /** The door's end of a line that is closed already. */
    private static final class Nobody implements LineHandler {
        @Override
        public void received(byte[] frame) {}

        @Override
        public void tooLarge(int limit) {}

        @Override
        public void closed() {}
    }
}

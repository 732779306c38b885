package chat.beseda.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.beseda.security.RandomTokens;
import chat.beseda.time.Timers;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.StrictJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses of lines over plain HTTP, {@code /line/visitor} and {@code /line/operator}, for browsers whose way to us
 * lets no WebSocket through. See "Lines" in docs/protocol.md.
 */
public final class PollDoors {
    private static final Logger log = LoggerFactory.getLogger(PollDoors.class);

    /** How long a poll waits for a frame; below the minute after which proxies cut. */
    public static final Duration HOLD = Duration.ofSeconds(25);

    /** How long what is left, the goodbye above all, stays for a last poll. */
    private static final Duration AFTERLIFE = Duration.ofSeconds(30);

    /** The header that names a line: addresses are written into logs on the way, headers are not. */
    private static final String SECRET = "X-Beseda-Line";

    private static final int FRAMES_AT_ONCE = 16;

    /** A scheme, a host name of 253 characters and a port. */
    private static final int LONGEST_ORIGIN = 300;

    private static final int DRAINED = 64 * 1024;

    private final Map<String, LineGate> gates;
    private final OwnOrigin own;
    private final LineLimits limits;
    private final Timers timers;
    private final RandomTokens tokens;
    private final Duration hold;
    private final JsonMapper json = StrictJson.mapper();
    private final Map<String, Opened> lines = new ConcurrentHashMap<>();
    private volatile CountDownLatch emptied = new CountDownLatch(1);

    /** @param gates by side, {@code visitor} and {@code operator} */
    public PollDoors(
            Map<String, LineGate> gates,
            LineLimits limits,
            Timers timers,
            RandomTokens tokens,
            Duration hold,
            OwnOrigin own) {
        this.gates = Map.copyOf(gates);
        this.own = own;
        this.limits = limits;
        this.timers = timers;
        this.tokens = tokens;
        this.hold = hold;
    }

    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/line/{side}", this::open)
                .post("/line/{side}/frames", this::receive)
                .post("/line/{side}/poll", this::poll)
                .post("/line/{side}/end", this::hangUp)
                .options("/line/{side}", this::preflight)
                .options("/line/{side}/{verb}", this::preflight);
    }

    private void open(Context context) throws IOException {
        drain(context);
        LineGate gate = gates.get(context.pathParam("side"));
        if (gate == null) {
            refuse(context, HttpStatus.NOT_FOUND.getCode(), "line_unknown");
            return;
        }
        LineRequest asked = asked(context);
        if (asked.origin().length() > LONGEST_ORIGIN) {
            refuse(context, HttpStatus.FORBIDDEN.getCode(), "origin_not_allowed");
            return;
        }
        AddressLimit addresses = limits.of(gate);
        if (!addresses.enter(asked.address())) {
            // Also a page of another origin has to be able to read why.
            allow(context, asked.origin());
            refuse(context, HttpStatus.TOO_MANY_REQUESTS.getCode(), "too_many_lines");
            return;
        }
        boolean kept = false;
        try {
            kept = admitted(context, asked, gate, addresses);
        } finally {
            if (!kept) {
                addresses.leave(asked.address());
            }
        }
    }

    /** True when there is a line, which keeps its address's place from now on. */
    private boolean admitted(Context context, LineRequest asked, LineGate gate, AddressLimit addresses) {
        return switch (gate.admit(asked)) {
            case LineGate.Admission.Welcome welcome -> answer(context, asked, welcome, addresses);
            case LineGate.Admission.TurnedAway away ->
                answer(context, asked, SocketDoors.turnAway(away.code()), addresses);
            case LineGate.Admission.Refused refused -> {
                refuse(context, refused.status(), refused.code());
                yield false;
            }
        };
    }

    private boolean answer(
            Context context, LineRequest asked, LineGate.Admission.Welcome welcome, AddressLimit addresses) {
        String secret = tokens.secret();
        var line = new PollLine(tokens.name(), welcome.largestFrame(), timers, () -> {
            timers.after(AFTERLIFE, () -> forget(secret));
        });
        line.open(welcome.opener());
        var opened = new Opened(context.pathParam("side"), asked.origin(), asked.address(), addresses, line);
        lines.put(secret, opened);
        allow(context, opened.origin);
        context.contentType("application/json").result(json.writeValueAsBytes(Map.of("line", secret)));
        return true;
    }

    private void receive(Context context) throws IOException {
        PollLine line = find(context);
        if (line == null) {
            return;
        }
        int limit = line.largestFrame() * FRAMES_AT_ONCE;
        byte[] body = context.bodyInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            line.receive(body);
            refuse(context, HttpStatus.CONTENT_TOO_LARGE.getCode(), "too_large");
            return;
        }
        List<byte[]> frames = split(body);
        if (frames == null) {
            refuse(context, HttpStatus.BAD_REQUEST.getCode(), "malformed");
        } else {
            frames.forEach(line::receive);
            context.status(HttpStatus.NO_CONTENT);
        }
    }

    private @Nullable List<byte[]> split(byte[] body) {
        try {
            JsonNode array = json.readTree(body);
            if (!array.isArray()) {
                return null;
            }
            List<byte[]> frames = new ArrayList<>();
            array.forEach(frame -> frames.add(json.writeValueAsBytes(frame)));
            return frames;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private void poll(Context context) throws InterruptedException, IOException {
        PollLine line = find(context);
        if (line == null) {
            return;
        }
        long after;
        try {
            after = json.readValue(context.bodyAsBytes(), Poll.class).after();
        } catch (JacksonException malformed) {
            refuse(context, HttpStatus.BAD_REQUEST.getCode(), "malformed");
            return;
        }
        PollLine.Batch batch = line.poll(after, hold);
        if (batch == null) {
            refuse(context, HttpStatus.GONE.getCode(), "line_gone");
        } else {
            context.contentType("application/json").result(written(batch));
        }
    }

    private static byte[] written(PollLine.Batch batch) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"last\":%d,\"frames\":[".formatted(batch.last()).getBytes(UTF_8));
        String comma = "";
        for (byte[] frame : batch.frames()) {
            out.writeBytes(comma.getBytes(UTF_8));
            out.writeBytes(frame);
            comma = ",";
        }
        out.writeBytes("]}".getBytes(UTF_8));
        return out.toByteArray();
    }

    /** An address keeps its place until nothing of the line is held any more. */
    private void forget(String secret) {
        Opened gone = lines.remove(secret);
        if (gone != null) {
            gone.addresses.leave(gone.address);
        }
        if (lines.isEmpty()) {
            emptied.countDown();
        }
    }

    /**
     * Waits until every browser has fetched its goodbye, or the time is up. Called once, when all lines were closed: without it
     * the goodbyes would go down with the port.
     */
    public void awaitGoodbyes(Duration patience) throws InterruptedException {
        var empty = new CountDownLatch(1);
        emptied = empty;
        if (!lines.isEmpty() && !empty.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.atInfo().addKeyValue("lines", lines.size()).log("goodbyes.unfetched");
        }
    }

    private void hangUp(Context context) throws IOException {
        drain(context);
        PollLine line = find(context);
        if (line != null) {
            line.hangUp();
            forget(secret(context));
            context.status(HttpStatus.NO_CONTENT);
        }
    }

    /** The line the request names; answers the request itself when there is none, or the page is not the one that opened it. */
    private @Nullable PollLine find(Context context) throws IOException {
        Opened opened = lines.get(secret(context));
        if (opened == null || !opened.side.equals(context.pathParam("side"))) {
            drain(context);
            allow(context, origin(context));
            refuse(context, HttpStatus.GONE.getCode(), "line_gone");
            return null;
        }
        if (!opened.origin.equals(origin(context))) {
            drain(context);
            refuse(context, HttpStatus.FORBIDDEN.getCode(), "origin_not_allowed");
            return null;
        }
        allow(context, opened.origin);
        return opened.line;
    }

    /** Takes in a body nobody wants, since what is left unread costs the browser its connection. */
    private static void drain(Context context) throws IOException {
        context.bodyInputStream().readNBytes(DRAINED);
    }

    /** Lets the browser ask; whether a page of that origin gets anything is decided by the request itself. */
    private void preflight(Context context) {
        allow(context, origin(context));
        context.header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Content-Type, " + SECRET)
                .header("Access-Control-Max-Age", "7200")
                .status(HttpStatus.NO_CONTENT);
    }

    private static void allow(Context context, String origin) {
        if (context.pathParam("side").equals("visitor") && !origin.isEmpty()) {
            context.header("Access-Control-Allow-Origin", origin).header("Vary", "Origin");
        }
    }

    private static void refuse(Context context, int status, String code) {
        context.status(status)
                .contentType("application/problem+json")
                .result("{\"status\":%d,\"code\":\"%s\"}".formatted(status, code));
    }

    private LineRequest asked(Context context) {
        Map<String, String> parameters = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.getFirst()));
        return new LineRequest(
                parameters,
                origin(context),
                own.of(context),
                context.ip(),
                Objects.requireNonNullElse(context.userAgent(), ""));
    }

    private static String secret(Context context) {
        return Objects.requireNonNullElse(context.header(SECRET), "");
    }

    private static String origin(Context context) {
        return Objects.requireNonNullElse(context.header("Origin"), "");
    }

    private record Opened(String side, String origin, String address, AddressLimit addresses, PollLine line) {}

    private record Poll(long after) {}
}

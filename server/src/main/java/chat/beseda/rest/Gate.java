package chat.beseda.rest;

import chat.beseda.operators.Access;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.operators.Operators;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import chat.beseda.web.SessionCookie;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is asked by HTTP with a session. Who may ask what is checked here, before a route is entered, and nowhere
 * else; a route asks {@link Access} only about the single thing it is about.
 */
public final class Gate {
    private final Operators operators;
    private final OperatorSessions sessions;
    private final OwnOrigin ownOrigin;
    private final SessionCookie cookie;
    private final List<Route> routes;

    public Gate(Operators operators, OperatorSessions sessions, OwnOrigin ownOrigin, List<Route> routes) {
        this.operators = operators;
        this.sessions = sessions;
        this.ownOrigin = ownOrigin;
        this.cookie = new SessionCookie(ownOrigin);
        this.routes = List.copyOf(routes);
    }

    public void addTo(RoutesConfig config) {
        for (Route route : routes) {
            config.addEndpoint(new Endpoint(route.method(), route.path(), context -> answer(route, context)));
        }
    }

    /** What may be asked, for who checks that nothing is open by mistake. */
    public List<Route> routes() {
        return routes;
    }

    private void answer(Route route, Context context) {
        if (route.changes()) {
            ownOrigin.checkChange(context);
        }
        Object answer = route.action().answer(admitted(route, context));
        if (answer == null) {
            context.status(204);
        } else if (answer instanceof Streamed streamed) {
            streamed.to(context);
        } else if (answer instanceof Download file) {
            context.contentType(file.contentType());
            context.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            context.result(file.text().getBytes(StandardCharsets.UTF_8));
        } else {
            context.contentType("application/json");
            context.result(Json.bytes(answer));
        }
    }

    private Call admitted(Route route, Context context) {
        return switch (route.needs()) {
            case Needs.Nothing nothing -> new Call(context, null);
            case Needs.Session session -> new Call(context, acting(route, signed(context)));
            case Needs.Right(var permission) -> {
                Call.Signed signed = signed(context);
                if (!Access.may(signed.operator(), permission)) {
                    throw Problem.of(403, "forbidden").refused();
                }
                yield new Call(context, acting(route, signed));
            }
        };
    }

    private Call.Signed acting(Route route, Call.Signed signed) {
        if (route.isAct()) {
            sessions.acted(signed.session().id());
        }
        return signed;
    }

    private Call.Signed signed(Context context) {
        Optional<Call.Signed> signed = cookie.read(context)
                .flatMap(sessions::authenticate)
                .flatMap(session -> operators
                        .byId(session.operator())
                        .filter(Access::maySignIn)
                        .map(operator -> new Call.Signed(operator, session)));
        return signed.orElseThrow(() -> Problem.of(401, "session_none").refused());
    }
}

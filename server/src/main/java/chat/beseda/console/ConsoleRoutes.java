package chat.beseda.console;

import chat.beseda.operators.Access;
import chat.beseda.operators.People;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import chat.beseda.web.SessionCookie;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the console asks by HTTP. Who may ask what is checked here, before a route is entered, and nowhere else; a route
 * asks {@link Access} only about the single thing it is about.
 */
public final class ConsoleRoutes {
    private final People people;
    private final OwnOrigin ownOrigin;
    private final SessionCookie cookie;
    private final List<Route> routes;

    /**
     * Puts the routes together.
     *
     * @param house where conversations and visitors are
     * @param version of the program, for the console to show
     */
    public ConsoleRoutes(People people, OperatorHouse house, OwnOrigin ownOrigin, String version) {
        this.people = people;
        this.ownOrigin = ownOrigin;
        this.cookie = new SessionCookie(ownOrigin);
        var session = new SessionRoutes(people, cookie, version);
        var views = new ConversationViews(house.visitors(), house.visitorPresence(), house.routing());
        this.routes = Stream.of(
                        new SetupRoutes(people, session, ownOrigin).all(),
                        session.all(),
                        new MeRoutes(people).all(),
                        new SiteRoutes(people.sites(), ownOrigin, site -> ConversationRoutes.hasHistory(house, site))
                                .all(),
                        new OutreachRoutes(people.sites(), house.outreach(), house.clock()).all(),
                        new DepartmentRoutes(people.departments(), people.operators()).all(),
                        new OperatorRoutes(people).all(),
                        new InvitationRoutes(people, session, ownOrigin).all(),
                        new ReceptionRoutes(house.routing().receptions(), people.sites()).all(),
                        new RoutingRoutes(house.routing().settings(), people.sites(), people.departments()).all(),
                        new SettingsRoutes(people.settings(), ownOrigin).all(),
                        new ConversationRoutes(house, views).all(),
                        new VisitorRoutes(house, views).all(),
                        new BanRoutes(house).all(),
                        new CustomsRoutes(
                                        people.sites(),
                                        house.customs(),
                                        house.watchtower().atlas())
                                .all())
                .flatMap(List::stream)
                .toList();
    }

    public void addTo(RoutesConfig config) {
        for (Route route : routes) {
            config.addEndpoint(new Endpoint(route.method(), route.path(), context -> answer(route, context)));
        }
        new PhotoFiles(people.photos()).addTo(config);
    }

    List<Route> all() {
        return routes;
    }

    private void answer(Route route, Context context) {
        if (route.changes()) {
            ownOrigin.checkChange(context);
        }
        Object answer = route.action().answer(admitted(route, context));
        if (answer == null) {
            context.status(204);
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
            people.sessions().acted(signed.session().id());
        }
        return signed;
    }

    private Call.Signed signed(Context context) {
        Optional<Call.Signed> signed = cookie.read(context)
                .flatMap(people.sessions()::authenticate)
                .flatMap(session -> people.operators()
                        .byId(session.operator())
                        .filter(Access::maySignIn)
                        .map(operator -> new Call.Signed(operator, session)));
        return signed.orElseThrow(() -> Problem.of(401, "session_none").refused());
    }
}

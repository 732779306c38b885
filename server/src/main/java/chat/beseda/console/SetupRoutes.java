package chat.beseda.console;

import chat.beseda.operators.FirstSetUp;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.sites.SiteDraft;
import chat.beseda.web.OwnOrigin;
import io.javalin.http.HandlerType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first-run page. */
final class SetupRoutes {
    private final FirstSetUp firstSetUp;
    private final OperatorSessions sessions;
    private final SessionRoutes signIn;
    private final OwnOrigin ownOrigin;

    SetupRoutes(FirstSetUp firstSetUp, OperatorSessions sessions, SessionRoutes signIn, OwnOrigin ownOrigin) {
        this.firstSetUp = firstSetUp;
        this.sessions = sessions;
        this.signIn = signIn;
        this.ownOrigin = ownOrigin;
    }

    record Administrator(String name, String email, String password) {}

    record FirstSite(String name, String origin, String timeZone, String locale) {}

    record Wanted(Administrator administrator, String company, FirstSite site) {}

    List<Route> all() {
        return List.of(
                Route.open(HandlerType.GET, "/api/setup", call -> Map.of("needed", firstSetUp.isNeeded())),
                Route.open(HandlerType.POST, "/api/setup", this::setUp));
    }

    /** The site also allows our own pages, so that the demo shop can be tried at once. */
    private SessionRoutes.SessionView setUp(Call call) {
        Wanted wanted = call.body(Wanted.class);
        Set<String> origins = new LinkedHashSet<>(List.of(wanted.site.origin, ownOrigin.of(call.context())));
        FirstSetUp.Made made = firstSetUp.make(
                call.actor(),
                new FirstSetUp.Wanted(
                        wanted.administrator.name,
                        wanted.administrator.email,
                        wanted.administrator.password,
                        call.language(),
                        wanted.company,
                        SiteDraft.standard(
                                wanted.site.name, List.copyOf(origins), wanted.site.timeZone, wanted.site.locale)));
        call.status(201);
        return signIn.welcome(
                call, made.administrator(), sessions.open(made.administrator().id(), call.address(), call.agent()));
    }
}

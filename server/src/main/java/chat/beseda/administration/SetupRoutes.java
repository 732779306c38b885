package chat.beseda.administration;

import chat.beseda.people.FirstSetUp;
import chat.beseda.people.People;
import chat.beseda.people.SetUpCode;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.SiteDraft;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import io.javalin.http.HandlerType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first-run page. */
final class SetupRoutes {
    private final People people;
    private final SessionRoutes signIn;
    private final OwnOrigin ownOrigin;

    SetupRoutes(People people, SessionRoutes signIn, OwnOrigin ownOrigin) {
        this.people = people;
        this.signIn = signIn;
        this.ownOrigin = ownOrigin;
    }

    record Administrator(String name, String email, String password) {}

    record FirstSite(String name, String origin, String timeZone, String locale) {}

    /** @param code what the start of the program printed */
    record Wanted(@Nullable String code, Administrator administrator, String company, FirstSite site) {}

    List<Route> all() {
        return List.of(
                Route.open(
                        HandlerType.GET,
                        "/api/setup",
                        call -> Map.of("needed", people.firstSetUp().isNeeded())),
                Route.open(HandlerType.POST, "/api/setup", this::setUp));
    }

    /** The site also allows our own pages, so that the demo shop can be tried at once. */
    private SessionRoutes.SessionView setUp(Call call) {
        Wanted wanted = call.body(Wanted.class);
        if (people.firstSetUp().isNeeded()) {
            check(wanted.code, call.address());
        }
        Set<String> origins = new LinkedHashSet<>(List.of(wanted.site.origin, ownOrigin.of(call.context())));
        FirstSetUp.Made made = people.firstSetUp()
                .make(
                        call.actor(),
                        new FirstSetUp.Wanted(
                                wanted.administrator.name,
                                wanted.administrator.email,
                                wanted.administrator.password,
                                call.language(),
                                wanted.company,
                                SiteDraft.standard(
                                        wanted.site.name,
                                        List.copyOf(origins),
                                        wanted.site.timeZone,
                                        wanted.site.locale)));
        call.status(201);
        return signIn.welcome(
                call,
                made.administrator(),
                people.sessions().open(made.administrator().id(), call.address(), call.agent()));
    }

    private void check(@Nullable String code, String address) {
        switch (people.setUpCode().check(code == null ? "" : code, address)) {
            case SetUpCode.Check.Right() -> {}
            case SetUpCode.Check.Missing() ->
                throw Problem.of(403, "setup_code_missing").refused();
            case SetUpCode.Check.Wrong() ->
                throw Problem.of(403, "setup_code_wrong").refused();
            case SetUpCode.Check.Delayed(var retry) ->
                throw Problem.later(429, "login_delayed", retry).refused();
        }
    }
}

package chat.beseda.administration;

import chat.beseda.devices.Device;
import chat.beseda.devices.Devices;
import chat.beseda.devices.Hints;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorSession;
import chat.beseda.operators.OperatorSessions;
import chat.beseda.people.Credentials;
import chat.beseda.people.People;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.settings.Settings;
import chat.beseda.translation.Translations;
import chat.beseda.web.Problem;
import chat.beseda.web.SessionCookie;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in and out, one's own sessions, and the tickets of sockets. */
final class SessionRoutes {
    private final People people;
    private final Translations translations;
    private final SessionCookie cookie;
    private final String version;
    private final Devices devices = new Devices();

    SessionRoutes(People people, Translations translations, SessionCookie cookie, String version) {
        this.people = people;
        this.translations = translations;
        this.cookie = cookie;
        this.version = version;
    }

    /** @param code of the second factor, told once it was asked for */
    record SignIn(String email, String password, @Nullable String code) {}

    /** What the console needs to know about who is in front of it. */
    record SessionView(
            MeRoutes.MeView operator,
            String company,
            List<String> permissions,
            boolean demo,
            String version,
            long editMinutes,
            long lateAfterMinutes,
            long lateWarningMinutes,
            boolean lateInWorkingHours,
            boolean translates) {}

    /**
     * Where somebody is signed in.
     *
     * @param browser with its version, as people name it; null: the User-Agent tells of none
     */
    record OwnSessionView(
            String id,
            boolean current,
            long createdAt,
            long seenAt,
            String address,
            @Nullable String browser,
            @Nullable String system) {}

    /** {@code PUT /api/session} does nothing but be an act: somebody is in front of the page, reading. */
    List<Route> all() {
        return List.of(
                Route.open(HandlerType.POST, "/api/session", this::signIn),
                Route.signedIn(HandlerType.GET, "/api/session", call -> view(call.me())),
                Route.signedIn(HandlerType.PUT, "/api/session", call -> null),
                Route.signedIn(HandlerType.DELETE, "/api/session", this::signOut),
                Route.signedIn(HandlerType.GET, "/api/sessions", this::list),
                Route.signedIn(HandlerType.DELETE, "/api/sessions", this::endOthers),
                Route.signedIn(HandlerType.DELETE, "/api/sessions/{id}", this::end),
                Route.unasked(HandlerType.POST, "/api/ticket", this::ticket));
    }

    /** Begins a session in the caller's browser, ending the one it may have had. */
    SessionView welcome(Call call, Operator operator, OperatorSessions.Opened opened) {
        cookie.read(call.context())
                .flatMap(people.sessions()::authenticate)
                .ifPresent(old -> people.sessions().end(old.operator(), old.id()));
        cookie.write(call.context(), opened.token());
        return view(operator);
    }

    private SessionView signIn(Call call) {
        SignIn said = call.body(SignIn.class);
        return switch (people.credentials()
                .signIn(said.email, said.password, said.code, call.address(), call.agent())) {
            case Credentials.SignIn.Done(Operator operator, OperatorSessions.Opened opened) ->
                welcome(call, operator, opened);
            case Credentials.SignIn.Wrong wrong ->
                throw Problem.of(401, "credentials_wrong").refused();
            case Credentials.SignIn.CodeWanted(boolean wrong) ->
                throw Problem.of(401, wrong ? "code_wrong" : "code_wanted").refused();
            case Credentials.SignIn.Delayed(var retry) ->
                throw Problem.later(429, "login_delayed", retry).refused();
        };
    }

    private @Nullable Object signOut(Call call) {
        people.sessions().end(call.me().id(), call.session().id());
        cookie.clear(call.context());
        return null;
    }

    private List<OwnSessionView> list(Call call) {
        return people.sessions().of(call.me().id()).stream()
                .map(session -> view(session, call.session()))
                .toList();
    }

    private @Nullable Object end(Call call) {
        people.sessions().end(call.me().id(), call.path("id"));
        return null;
    }

    private @Nullable Object endOthers(Call call) {
        people.sessions().endOthers(call.me().id(), call.session().id());
        return null;
    }

    private Map<String, String> ticket(Call call) {
        return Map.of("ticket", people.tickets().issue(call.session().id()));
    }

    private SessionView view(Operator operator) {
        Settings settings = people.settings().now();
        List<String> permissions =
                Access.permissionsOf(operator).stream().map(Fields::word).toList();
        return new SessionView(
                MeRoutes.MeView.of(operator),
                settings.company(),
                permissions,
                settings.demo(),
                version,
                settings.editing().toMinutes(),
                settings.lateness().after().toMinutes(),
                settings.lateness().warning().toMinutes(),
                settings.lateness().workingHours(),
                translations.service().isOn());
    }

    private OwnSessionView view(OperatorSession session, OperatorSession current) {
        Device device = devices.of(session.agent(), Hints.NONE);
        return new OwnSessionView(
                session.id(),
                session.id().equals(current.id()),
                session.createdAt(),
                session.seenAt(),
                session.address(),
                device.browser(),
                device.system());
    }
}

package chat.beseda.inbox;

import chat.beseda.inbox.RequestViews.Detail;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestId;
import chat.beseda.requests.RequestOutcome;
import chat.beseda.requests.RequestWork;
import chat.beseda.requests.Requests;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators do with requests; each is answered by how the request stands then. */
final class WorkRoutes {
    private static final Set<RequestOutcome> OF_ATTEMPTS =
            Set.of(RequestOutcome.REACHED, RequestOutcome.NO_ANSWER, RequestOutcome.WRONG_NUMBER);
    private static final Set<RequestOutcome> OF_ENDS =
            Set.of(RequestOutcome.REACHED, RequestOutcome.ANSWERED, RequestOutcome.WRONG_NUMBER, RequestOutcome.SPAM);

    private final Requests requests;
    private final RequestWork work;
    private final RequestViews views;
    private final InstantSource clock;

    WorkRoutes(Requests requests, RequestViews views, InstantSource clock) {
        this.requests = requests;
        this.work = requests.work();
        this.views = views;
        this.clock = clock;
    }

    record Release(boolean all) {}

    record Hand(String to, boolean all, String note) {}

    record Attempt(String outcome, @Nullable Long nextAt, String note) {}

    record Snooze(@Nullable Long until) {}

    record Note(String text) {}

    record Done(String outcome, String note) {}

    record Merge(String into) {}

    List<Route> all() {
        return Stream.of(
                        route("claim", this::claim),
                        route("release", this::release),
                        route("hand", this::hand),
                        route("attempt", this::attempt),
                        route("snooze", this::snooze),
                        route("note", this::note),
                        route("done", this::done),
                        route("reopen", this::reopen),
                        route("merge", this::merge))
                .toList();
    }

    private static Route route(String verb, Route.Action action) {
        return Route.right(HandlerType.POST, "/api/requests/{id}/" + verb, Permission.ANSWER, action);
    }

    private Detail claim(Call call) {
        return detail(call, work.claim(call.me(), id(call)));
    }

    private Detail release(Call call) {
        work.release(call.me(), id(call), call.body(Release.class).all);
        return detail(call, List.of());
    }

    private Detail hand(Call call) {
        Hand said = call.body(Hand.class);
        var fields = new Fields();
        OperatorId to = fields.id("to", said.to, OperatorId::new);
        fields.refuse();
        work.hand(call.me(), id(call), Objects.requireNonNull(to), said.all, said.note);
        return detail(call, List.of());
    }

    private Detail attempt(Call call) {
        Attempt said = call.body(Attempt.class);
        work.attempt(call.me(), id(call), outcome(said.outcome, OF_ATTEMPTS), said.nextAt, said.note);
        return detail(call, List.of());
    }

    private Detail snooze(Call call) {
        work.snooze(call.me(), id(call), call.body(Snooze.class).until);
        return detail(call, List.of());
    }

    private Detail note(Call call) {
        work.note(call.me(), id(call), call.body(Note.class).text);
        return detail(call, List.of());
    }

    private Detail done(Call call) {
        Done said = call.body(Done.class);
        work.done(call.me(), id(call), outcome(said.outcome, OF_ENDS), said.note);
        return detail(call, List.of());
    }

    private Detail reopen(Call call) {
        work.reopen(call.me(), id(call));
        return detail(call, List.of());
    }

    private Detail merge(Call call) {
        var fields = new Fields();
        RequestId into = fields.id("into", call.body(Merge.class).into, RequestId::new);
        fields.refuse();
        work.merge(call.me(), id(call), Objects.requireNonNull(into));
        return detail(call, List.of());
    }

    private static RequestOutcome outcome(String said, Set<RequestOutcome> allowed) {
        var fields = new Fields();
        RequestOutcome outcome = fields.word("outcome", said, RequestOutcome.class);
        fields.refuse();
        if (!allowed.contains(outcome)) {
            fields.add("outcome", "not_one_of", said, Map.of("words", String.join(", ", words(allowed))));
            fields.refuse();
        }
        return outcome;
    }

    private static List<String> words(Set<RequestOutcome> outcomes) {
        return outcomes.stream().map(Fields::word).sorted().toList();
    }

    private static RequestId id(Call call) {
        return new RequestId(call.id("request"));
    }

    private Detail detail(Call call, List<RequestId> claimed) {
        Request request = requests.lists().byId(call.me(), id(call));
        return views.detail(call.me(), request, claimed, clock.millis());
    }
}

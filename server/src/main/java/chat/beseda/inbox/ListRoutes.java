package chat.beseda.inbox;

import chat.beseda.forms.FieldChecks;
import chat.beseda.inbox.RequestViews.Detail;
import chat.beseda.inbox.RequestViews.Row;
import chat.beseda.operators.OperatorId;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestId;
import chat.beseda.requests.RequestLists.Counts;
import chat.beseda.requests.RequestPage;
import chat.beseda.requests.RequestQuery;
import chat.beseda.requests.RequestQuery.Show;
import chat.beseda.requests.RequestQuery.Sort;
import chat.beseda.requests.Requests;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.SiteId;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What operators read of requests. */
final class ListRoutes {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_WORDS = 200;

    private final Requests requests;
    private final RequestViews views;
    private final InstantSource clock;

    ListRoutes(Requests requests, RequestViews views, InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.clock = clock;
    }

    /**
     * A part of a list.
     *
     * @param next where the next part begins; null: that was all
     * @param at the time here
     */
    record ListView(List<Row> requests, @Nullable String next, long at) {}

    /** @param duty who is on duty now */
    record KindView(
            String id,
            @Nullable String site,
            String nature,
            Map<String, String> name,
            @Nullable String department,
            boolean on,
            List<String> rota,
            List<String> duty) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/requests", this::list),
                Route.signedIn(HandlerType.GET, "/api/requests/counts", this::counts),
                Route.signedIn(HandlerType.GET, "/api/requests/kinds", this::kinds),
                Route.signedIn(HandlerType.GET, "/api/requests/{id}", this::one));
    }

    private ListView list(Call call) {
        var checks = new FieldChecks();
        RequestQuery query = query(call, checks);
        int limit = (int) call.number(checks, "limit", PAGE, 1, LARGEST_PAGE);
        checks.refuse();
        RequestPage page =
                requests.lists().list(call.me(), query, call.query("after").orElse(null), limit);
        long now = clock.millis();
        return new ListView(views.rows(call.me(), page.requests(), now), page.next(), now);
    }

    private Counts counts(Call call) {
        var checks = new FieldChecks();
        ZoneId zone = zone(call, checks);
        checks.refuse();
        return requests.lists().counts(call.me(), zone);
    }

    private List<KindView> kinds(Call call) {
        return requests.rights().kinds(call.me()).stream().map(this::view).toList();
    }

    private Detail one(Call call) {
        Request request = requests.lists().byId(call.me(), new RequestId(call.id("request")));
        return views.detail(call.me(), request, List.of(), clock.millis());
    }

    private KindView view(RequestKind kind) {
        KindDraft draft = kind.draft();
        SiteId site = draft.site();
        ZoneId zone = site == null ? ZoneOffset.UTC : requests.rights().zone(site);
        return new KindView(
                kind.id().toString(),
                site == null ? null : site.toString(),
                Fields.word(draft.nature()),
                draft.name(),
                draft.department() == null ? null : draft.department().toString(),
                draft.on(),
                texts(draft.rota()),
                texts(requests.rights().duty(kind, clock.millis(), zone)));
    }

    private static List<String> texts(List<OperatorId> ids) {
        return ids.stream().map(OperatorId::toString).toList();
    }

    private static RequestQuery query(Call call, FieldChecks checks) {
        String words = call.query("words").orElse("");
        return new RequestQuery(
                word(call, "show", Show.class, Show.UNCLAIMED, checks),
                ids(call, "kinds", KindId::new, checks),
                ids(call, "sites", SiteId::new, checks),
                call.query("nature").isEmpty() ? null : word(call, "nature", Nature.class, Nature.CALL, checks),
                words.isBlank() ? "" : checks.line("words", words, 1, LONGEST_WORDS),
                zone(call, checks),
                word(call, "sort", Sort.class, Sort.DUE, checks));
    }

    private static <E extends Enum<E>> E word(Call call, String name, Class<E> kind, E standard, FieldChecks checks) {
        String said = call.query(name).orElse(Fields.word(standard));
        List<String> words =
                Arrays.stream(kind.getEnumConstants()).map(Fields::word).toList();
        checks.oneOf(name, said, words);
        return kind.getEnumConstants()[Math.max(0, words.indexOf(said))];
    }

    private static <T> Set<T> ids(Call call, String field, LongFunction<T> make, FieldChecks checks) {
        var ids = new HashSet<T>();
        call.query(field).stream()
                .flatMap(said -> Arrays.stream(said.split(",", -1)))
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .forEach(said -> {
                    if (said.matches("\\d{1,18}")) {
                        ids.add(make.apply(Long.parseLong(said)));
                    } else {
                        checks.add(field, "unknown", said, Map.of());
                    }
                });
        return ids;
    }

    private static ZoneId zone(Call call, FieldChecks checks) {
        String said = call.query("zone").orElse("UTC");
        try {
            return ZoneId.of(said);
        } catch (DateTimeException wrong) {
            checks.add("zone", "unknown", said, Map.of());
            return ZoneOffset.UTC;
        }
    }
}

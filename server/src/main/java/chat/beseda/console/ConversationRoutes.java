package chat.beseda.console;

import chat.beseda.conversations.ClosedFilter;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.ConversationPage;
import chat.beseda.delivery.EventShapes;
import chat.beseda.delivery.Faces;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.frames.Shapes;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations that are over, and the older part of any log; what is going on now comes by the line. */
final class ConversationRoutes {
    private static final int MOST = 100;
    private static final int STANDARD_CONVERSATIONS = 50;
    /** Rounds of reading, when most of what is read may not be seen. */
    private static final int ROUNDS = 10;

    private final OperatorHouse house;
    private final ConversationViews views;
    private final EventShapes shapes;

    ConversationRoutes(OperatorHouse house, ConversationViews views) {
        this.house = house;
        this.views = views;
        this.shapes = new EventShapes(new Faces(house.operators(), house.presence()));
    }

    record PageView(List<ToOperator.Conversation> conversations, boolean more) {}

    record EventsView(List<Shapes.Event> events, boolean more) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/conversations", this::list),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}", call -> views.of(one(call))),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}/events", this::events));
    }

    /** Those a visitor had, or those closed of a site, or of all one's sites; newest first. */
    private PageView list(Call call) {
        var checks = new FieldChecks();
        checks.oneOf("state", call.query("state").orElse("closed"), List.of("closed"));
        int limit = (int) call.number(checks, "limit", STANDARD_CONVERSATIONS, 1, MOST);
        long before = call.number(checks, "before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        checks.refuse();
        Optional<VisitorId> visitor = call.query("visitor").map(text -> new VisitorId(Call.id("visitor", text)));
        ClosedFilter filter = filter(call);
        return seen(
                call.me(),
                limit,
                before,
                from -> visitor.isPresent()
                        ? house.conversations().history(visitor.get(), from, limit)
                        : house.conversations().closed(filter, from, limit));
    }

    private ClosedFilter filter(Call call) {
        Optional<SiteId> wanted = call.query("site").map(text -> new SiteId(Call.id("site", text)));
        Set<SiteId> own = house.sites().all().stream()
                .map(Site::id)
                .filter(site -> Access.maySee(call.me(), site))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return new ClosedFilter.OfSites(own);
        }
        return wanted.filter(own::contains)
                .map(site -> new ClosedFilter.OfSites(Set.of(site)))
                .orElseThrow(() -> new Unknown("site", wanted.get()));
    }

    /** Reads a list from a conversation on, downwards. */
    private interface Reading {
        ConversationPage before(@Nullable ConversationId from);
    }

    private PageView seen(Operator operator, int limit, long before, Reading reading) {
        var seen = new ArrayList<Conversation>();
        var from = new ConversationId(before);
        boolean more = true;
        for (int round = 0; more && seen.size() < limit && round < ROUNDS; round++) {
            ConversationPage page = reading.before(from);
            page.conversations().stream()
                    .filter(conversation -> OperatorHouse.mayRead(operator, conversation))
                    .forEach(seen::add);
            more = page.more();
            from = page.conversations().isEmpty()
                    ? from
                    : page.conversations().getLast().id();
        }
        boolean cut = seen.size() > limit;
        return new PageView(views.of(seen.subList(0, Math.min(limit, seen.size()))), more || cut);
    }

    private EventsView events(Call call) {
        var fields = new Fields();
        Stream stream = fields.word("stream", call.query("stream").orElse("public"), Stream.class);
        fields.refuse();
        var checks = new FieldChecks();
        int limit = (int) call.number(checks, "limit", MOST, 1, MOST);
        long before = call.number(checks, "before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        checks.refuse();
        List<Event> events = house.conversations().eventsBefore(one(call).id(), stream, before, limit);
        boolean more = !events.isEmpty() && events.getFirst().seq() > 1;
        return new EventsView(shapes.of(events), more);
    }

    private Conversation one(Call call) {
        String name = call.path("id");
        return house.named(call.me(), name).orElseThrow(() -> new Unknown("conversation", name));
    }
}

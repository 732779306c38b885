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
import chat.beseda.operators.Permission;
import chat.beseda.ratings.Rating;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.search.LogSearch;
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
    private static final int MOST_WORDS = 100;
    private static final int STANDARD_CONVERSATIONS = 50;
    /** Rounds of reading, when most of what is read may not be seen. */
    private static final int ROUNDS = 10;

    private final OperatorHouse house;
    private final ConversationViews views;
    private final EventShapes shapes;
    private final LogSearch search;

    ConversationRoutes(OperatorHouse house, ConversationViews views) {
        this.house = house;
        this.views = views;
        this.search = new LogSearch(house.conversations());
        this.shapes = new EventShapes(new Faces(house.operators(), house.presence()));
    }

    record PageView(List<ToOperator.Conversation> conversations, boolean more) {}

    /** @param rating null where the visitor said nothing */
    record RatingView(@Nullable Rating rating) {}

    /** @param places the oldest first: the seq of a message, or that of a note as {@code note-7} */
    record WordsView(List<String> places) {}

    /** @param operators ids of colleagues who may read it */
    record ColleaguesView(List<String> operators) {}

    record EventsView(List<Shapes.Event> events, boolean more) {}

    record EarlierMessageView(long until, String by, String text) {}

    record EarlierView(List<EarlierMessageView> messages) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/conversations", this::list),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}", call -> views.of(one(call))),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}/rating", this::rating),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}/colleagues", this::colleagues),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}/search", this::search),
                Route.signedIn(HandlerType.GET, "/api/conversations/{id}/events", this::events),
                Route.right(HandlerType.GET, "/api/conversations/{id}/earlier", Permission.READ_ALL, this::earlier));
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
                        ? house.conversations()
                                .history(house.clients().profiles().of(visitor.get()), from, limit)
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

    private RatingView rating(Call call) {
        return new RatingView(house.ratings().of(one(call).id()).orElse(null));
    }

    private WordsView search(Call call) {
        ConversationId id = one(call).id();
        var checks = new FieldChecks();
        String words = checks.line("words", call.query("words").orElse(""), 0, MOST_WORDS);
        long before = call.number(checks, "before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        long beforeNote = call.number(checks, "beforeNote", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        checks.refuse();
        return new WordsView(search.find(id, words, before, beforeNote).stream()
                .map(place -> switch (place.stream()) {
                    case PUBLIC -> Long.toString(place.seq());
                    case INTERNAL -> "note-" + place.seq();
                })
                .toList());
    }

    private ColleaguesView colleagues(Call call) {
        return new ColleaguesView(house.colleagues(call.me(), one(call))
                .map(colleague -> colleague.id().toString())
                .toList());
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
        return new EventsView(shapes.of(events, ""), more);
    }

    /** What the message of a seq said before it was changed or deleted. */
    private EarlierView earlier(Call call) {
        ConversationId id = one(call).id();
        var checks = new FieldChecks();
        long seq = call.number(checks, "seq", 0, 0, Long.MAX_VALUE);
        checks.refuse();
        return new EarlierView(house.corrections().earlier(id, seq).stream()
                .map(each -> new EarlierMessageView(
                        each.until(), each.by().toString(), each.said().text()))
                .toList());
    }

    private Conversation one(Call call) {
        String name = call.path("id");
        return house.named(call.me(), name).orElseThrow(() -> new Unknown("conversation", name));
    }
}

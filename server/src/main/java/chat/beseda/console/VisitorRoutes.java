package chat.beseda.console;

import chat.beseda.clients.Client;
import chat.beseda.clients.FilledLink;
import chat.beseda.clients.Profiles;
import chat.beseda.clients.Proof;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.delivery.EventShapes;
import chat.beseda.devices.Device;
import chat.beseda.events.ClientId;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.frames.Shapes;
import chat.beseda.geo.Atlas;
import chat.beseda.geo.Whereabouts;
import chat.beseda.lookout.PlaceLabel;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visits.Comment;
import chat.beseda.visits.Source;
import chat.beseda.visits.Visit;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a visitor, and how they are called and reached. */
final class VisitorRoutes {
    private static final int CONVERSATIONS = 20;
    private static final int WALKS = 10;
    private static final int GOALS = 50;
    private static final long REMEMBERED = Duration.ofDays(30).toMillis();
    private static final int FIRST_WORDS = 16_000;
    private static final int NAME_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final int PHONE_LENGTH = 50;

    private final OperatorHouse house;
    private final ConversationViews views;

    VisitorRoutes(OperatorHouse house, ConversationViews views) {
        this.house = house;
        this.views = views;
    }

    record Contacts(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record ScreenView(int width, int height) {}

    record Said(String text) {}

    record FirstWords(String cid, String text) {}

    record Begun(String conversation) {}

    record CommentView(String id, String operator, long at, String text) {}

    record PageView(long at, String url, String title) {}

    record VisitView(
            long startedAt,
            long lastAt,
            int pages,
            String source,
            @Nullable String campaign,
            List<PageView> views) {}

    /** What they did that the site wants, and the conversation it followed, if any. */
    record GoalView(
            long at,
            String name,
            @Nullable Double value,
            @Nullable String conversation) {}

    record Merge(String with) {}

    /** One of those that are, or may be, the same person. */
    record SameView(
            String id,
            long number,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record AlikeView(List<SameView> visitors) {}

    record FieldView(String name, String value) {}

    record ClientView(String id, @Nullable String company, List<FieldView> fields, Proof proof) {}

    /**
     * What is not known is null: of the browser everything while the visitor is away. {@code page} is then the last one of the
     * walk, and {@code place} what was said of it. {@code mailing}: how answers reach him by e-mail; null when they don't.
     */
    record VisitorView(
            String id,
            String site,
            long number,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            long firstSeenAt,
            long lastSeenAt,
            int visits,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String browser,
            @Nullable String system,
            @Nullable ScreenView screen,
            Shapes.@Nullable Page page,
            boolean online,
            ToOperator.@Nullable VisitorPlace place,
            @Nullable ClientView client,
            List<FieldView> answers,
            UnseenAnswers.@Nullable Way mailing,
            List<FilledLink> links,
            List<VisitView> walks,
            List<GoalView> goals,
            List<CommentView> comments,
            boolean merged,
            List<SameView> same,
            List<BanRoutes.BanView> bans,
            List<ToOperator.Conversation> conversations) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/visitors/{id}", call -> view(call, one(call))),
                Route.signedIn(HandlerType.PUT, "/api/visitors/{id}", this::change),
                Route.signedIn(HandlerType.POST, "/api/visitors/{id}/comments", this::comment),
                Route.signedIn(HandlerType.DELETE, "/api/visitors/{id}/returned", this::tryAgain),
                Route.signedIn(HandlerType.GET, "/api/visitors/{id}/alike", this::alike),
                Route.signedIn(HandlerType.POST, "/api/visitors/{id}/merge", this::merge),
                Route.signedIn(HandlerType.DELETE, "/api/visitors/{id}/merge", this::separate),
                Route.right(HandlerType.POST, "/api/visitors/{id}/conversation", Permission.ANSWER, this::writeFirst));
    }

    /** Letters to the address came back; answers go there again. */
    private VisitorView tryAgain(Call call) {
        Visitor visitor = one(call);
        house.unseen().tryAgain(visitor);
        return view(call, visitor);
    }

    /** Who may be the same person; or, asked for by number, e-mail, phone or client id, who has that. */
    private AlikeView alike(Call call) {
        Visitor visitor = one(call);
        String text = call.query("text").orElse("").strip();
        Profiles profiles = house.clients().profiles();
        List<Visitor> found = text.isEmpty() ? profiles.alike(visitor) : profiles.found(visitor, text);
        return new AlikeView(found.stream().map(VisitorRoutes::same).toList());
    }

    private VisitorView merge(Call call) {
        Visitor visitor = one(call);
        VisitorId with = new VisitorId(Call.id("visitor", call.body(Merge.class).with));
        Visitor other = house.visitors()
                .byId(with)
                .filter(found -> found.site().equals(visitor.site()) && !with.equals(visitor.id()))
                .orElseThrow(() -> new Unknown("visitor", with));
        house.clients().profiles().merge(call.actor(), visitor, other);
        return view(call, one(call));
    }

    private VisitorView separate(Call call) {
        Visitor visitor = one(call);
        house.clients().profiles().separate(call.actor(), visitor);
        return view(call, visitor);
    }

    private static SameView same(Visitor visitor) {
        return new SameView(
                Long.toString(visitor.id().value()),
                visitor.number(),
                visitor.name(),
                visitor.email(),
                visitor.phone());
    }

    private VisitorView comment(Call call) {
        Visitor visitor = one(call);
        var checks = new FieldChecks();
        String text = checks.lines("text", call.body(Said.class).text, 1, Comment.LIMIT);
        checks.refuse();
        house.watchtower().comments().add(call.me().id(), visitor.id(), text);
        return view(call, visitor);
    }

    /** An operator writes first; to one who is in conversation already, it is said there. */
    private Begun writeFirst(Call call) {
        Visitor visitor = one(call);
        FirstWords said = call.body(FirstWords.class);
        var checks = new FieldChecks();
        String text = checks.lines("text", said.text, 1, FIRST_WORDS);
        Optional<ClientId> cid = ClientId.parse(said.cid);
        if (cid.isEmpty()) {
            checks.add("cid", "type", said.cid, Map.of("type", "client id"));
        }
        checks.refuse();
        Opening opening = house.visitorPresence()
                .of(visitor.id())
                .map(present -> new Opening(present.page(), present.facts().language(), null))
                .orElseGet(() -> Opening.on(null));
        return switch (house.conversations()
                .openByOperator(call.me().id(), visitor, cid.orElseThrow(), text, opening)) {
            case Posted.Stored stored ->
                new Begun(Long.toString(stored.conversation().value()));
            case Posted.Refused refused -> throw new Conflict("conversation_open");
        };
    }

    private VisitorView change(Call call) {
        Visitor visitor = one(call);
        Contacts said = call.body(Contacts.class);
        var checks = new FieldChecks();
        String name = line(checks, "name", said.name, NAME_LENGTH);
        String email = line(checks, "email", said.email, EMAIL_LENGTH);
        String phone = line(checks, "phone", said.phone, PHONE_LENGTH);
        checks.refuse();
        return house.visitors()
                .changeContacts(visitor.id(), name, email, phone)
                .map(changed -> view(call, changed))
                .orElseThrow(() -> new Unknown("visitor", visitor.id()));
    }

    private static String line(FieldChecks checks, String field, @Nullable String said, int most) {
        return checks.line(field, said == null ? "" : said, 0, most);
    }

    private Visitor one(Call call) {
        var id = new VisitorId(call.id("visitor"));
        return house.visitors()
                .byId(id)
                .filter(visitor -> Access.maySee(call.me(), visitor.site()))
                .orElseThrow(() -> new Unknown("visitor", id));
    }

    private VisitorView view(Call call, Visitor visitor) {
        List<VisitorId> person = house.clients().profiles().of(visitor.id());
        List<Conversation> history =
                house.conversations().history(person, null, CONVERSATIONS).conversations();
        PresentVisitor present = house.visitorPresence().of(visitor.id()).orElse(null);
        VisitorFacts facts = present == null ? null : present.facts();
        Device device = facts == null ? null : house.watchtower().devices().of(facts.userAgent(), facts.hints());
        List<Visit> walks = house.watchtower().visits().of(visitor.id(), WALKS);
        Client client = house.clients().of(visitor.id()).orElse(null);
        return new VisitorView(
                Long.toString(visitor.id().value()),
                visitor.site().toString(),
                visitor.number(),
                visitor.name(),
                visitor.email(),
                visitor.phone(),
                visitor.firstSeenAt(),
                visitor.lastSeenAt(),
                visitor.visits(),
                facts == null ? null : facts.language(),
                facts == null ? null : facts.timeZone(),
                device == null ? null : device.browser(),
                device == null ? null : device.system(),
                facts == null ? null : screen(facts),
                present == null ? lastPage(walks) : EventShapes.of(present.page()),
                present != null,
                place(call, visitor, facts),
                client == null ? null : view(client),
                fields(house.clients().questionnaires().answers(visitor.id())),
                house.unseen().wayTo(visitor).orElse(null),
                house.clients().links(visitor, client),
                walks.stream().map(VisitorRoutes::walk).toList(),
                goals(call, person, history),
                comments(person),
                house.clients().profiles().isMerged(visitor.id()),
                same(visitor, person),
                BanRoutes.about(house, visitor),
                views.of(readable(call, history)));
    }

    private static List<Conversation> readable(Call call, List<Conversation> history) {
        return history.stream()
                .filter(conversation -> OperatorHouse.mayRead(call.me(), conversation))
                .toList();
    }

    /**
     * As the reports count it: a goal follows the last conversation that somebody had, opened at most thirty days earlier. One that the
     * operator may not read isn't told.
     */
    private List<GoalView> goals(Call call, List<VisitorId> person, List<Conversation> history) {
        return person.stream()
                .flatMap(visitor -> house.watchtower().visits().goals(visitor, GOALS).stream())
                .map(goal -> new GoalView(
                        goal.at(),
                        goal.name(),
                        goal.value(),
                        history.stream()
                                .filter(before -> before.owner() != null)
                                .filter(before -> before.facts().openedAt() <= goal.at()
                                        && before.facts().openedAt() >= goal.at() - REMEMBERED)
                                .max(Comparator.comparingLong(
                                        before -> before.facts().openedAt()))
                                .filter(before -> OperatorHouse.mayRead(call.me(), before))
                                .map(before -> Long.toString(before.id().value()))
                                .orElse(null)))
                .sorted(Comparator.comparingLong(GoalView::at).reversed())
                .toList();
    }

    private List<SameView> same(Visitor visitor, List<VisitorId> person) {
        List<VisitorId> others =
                person.stream().filter(id -> !id.equals(visitor.id())).toList();
        return house.visitors().byIds(others).values().stream()
                .map(VisitorRoutes::same)
                .toList();
    }

    private List<CommentView> comments(List<VisitorId> person) {
        return house.watchtower().comments().about(person).stream()
                .map(comment -> new CommentView(
                        Long.toString(comment.id()), comment.operator().toString(), comment.at(), comment.text()))
                .toList();
    }

    private static ClientView view(Client client) {
        return new ClientView(client.id(), client.company(), fields(client.fields()), client.proof());
    }

    private static List<FieldView> fields(Map<String, String> said) {
        return said.entrySet().stream()
                .map(field -> new FieldView(field.getKey(), field.getValue()))
                .toList();
    }

    private ToOperator.@Nullable VisitorPlace place(Call call, Visitor visitor, @Nullable VisitorFacts facts) {
        Atlas atlas = house.watchtower().atlas();
        Whereabouts where = atlas.where(
                facts == null ? "" : facts.address(),
                facts == null ? "" : facts.timeZone(),
                house.watchtower().words().of(visitor),
                house.clock().instant());
        return VisitorRows.place(where, place -> PlaceLabel.of(place, atlas.names(), call.language()));
    }

    private static Shapes.@Nullable Page lastPage(List<Visit> walks) {
        return walks.stream()
                .map(Visit::views)
                .filter(views -> !views.isEmpty())
                .findFirst()
                .map(List::getLast)
                .map(view -> EventShapes.of(new Page(view.url(), view.title(), "")))
                .orElse(null);
    }

    private static VisitView walk(Visit visit) {
        String entry = visit.entry();
        Source source = Source.of(entry == null ? null : new Page(entry, "", visit.referrer()));
        return new VisitView(
                visit.startedAt(),
                visit.lastAt(),
                visit.pages(),
                source.site(),
                source.campaign(),
                visit.views().stream()
                        .map(view -> new PageView(view.at(), view.url(), view.title()))
                        .toList());
    }

    private static @Nullable ScreenView screen(VisitorFacts facts) {
        Integer width = facts.screenWidth();
        Integer height = facts.screenHeight();
        return width == null || height == null ? null : new ScreenView(width, height);
    }
}

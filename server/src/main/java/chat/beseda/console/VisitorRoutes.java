package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.delivery.EventShapes;
import chat.beseda.delivery.Shapes;
import chat.beseda.operators.Access;
import chat.beseda.sites.FieldChecks;
import chat.beseda.sites.Unknown;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a visitor, and how they are called and reached. */
final class VisitorRoutes {
    private static final int CONVERSATIONS = 20;
    private static final int NAME_LENGTH = 200;
    private static final int EMAIL_LENGTH = 254;
    private static final int PHONE_LENGTH = 50;

    private final OperatorHouse house;
    private final ConversationViews views;
    private final Browsers browsers = new Browsers();

    VisitorRoutes(OperatorHouse house, ConversationViews views) {
        this.house = house;
        this.views = views;
    }

    record Contacts(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record ScreenView(int width, int height) {}

    /** What is not known is null: most of it, while the visitor is away. */
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
            List<ToOperator.Conversation> conversations) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/visitors/{id}", call -> view(call, one(call))),
                Route.signedIn(HandlerType.PUT, "/api/visitors/{id}", this::change));
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
        List<Conversation> conversations =
                house.conversations().history(visitor.id(), null, CONVERSATIONS).conversations().stream()
                        .filter(conversation -> OperatorHouse.mayRead(call.me(), conversation))
                        .toList();
        PresentVisitor present = house.visitorPresence().of(visitor.id()).orElse(null);
        VisitorFacts facts = present == null ? null : present.facts();
        Browsers.Named agent = facts == null ? Browsers.Named.UNKNOWN : browsers.named(facts.userAgent());
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
                agent.browser(),
                agent.system(),
                facts == null ? null : screen(facts),
                present == null ? null : EventShapes.of(present.page()),
                present != null,
                views.of(conversations));
    }

    private static @Nullable ScreenView screen(VisitorFacts facts) {
        Integer width = facts.screenWidth();
        Integer height = facts.screenHeight();
        return width == null || height == null ? null : new ScreenView(width, height);
    }
}

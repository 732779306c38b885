package chat.beseda.console;

import chat.beseda.bans.Ban;
import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.sites.Conflict;
import chat.beseda.sites.FieldChecks;
import chat.beseda.sites.Unknown;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is not served: banning, the list of bans, and lifting them. */
final class BanRoutes {
    private static final int REASON_LENGTH = 200;
    private static final int MOST_HOURS = 24 * 366 * 5;
    private static final int SHOWN = 2_000;

    private final OperatorHouse house;

    BanRoutes(OperatorHouse house) {
        this.house = house;
    }

    /**
     * What is wished.
     *
     * @param address everybody of the visitor's address, not only the visitor
     * @param hours null for ever
     */
    record Wished(boolean address, @Nullable Integer hours, String reason) {}

    /** @param name of the visitor, null without one */
    record BanView(
            String id,
            String site,
            String visitor,
            @Nullable String name,
            long number,
            @Nullable String address,
            String operator,
            long at,
            @Nullable Long until,
            String reason) {}

    List<Route> all() {
        return List.of(
                Route.right(HandlerType.POST, "/api/visitors/{id}/ban", Permission.ANSWER, this::ban),
                Route.right(HandlerType.GET, "/api/bans", Permission.ANSWER, this::list),
                Route.right(HandlerType.DELETE, "/api/bans/{id}", Permission.ANSWER, this::lift));
    }

    /** Those that hold for the visitor, and for the address he comes from. */
    static List<BanView> about(OperatorHouse house, Visitor visitor) {
        Bans bans = house.bans();
        Optional<Ban> ofAddress = address(house, visitor).flatMap(address -> bans.ofAddress(visitor.site(), address));
        Stream<Ban> because = bans.all().stream().filter(ban -> ban.visitor().equals(visitor.id()));
        return Stream.concat(because, ofAddress.stream())
                .distinct()
                .map(ban -> view(ban, visitor))
                .toList();
    }

    private BanView ban(Call call) {
        var id = new VisitorId(call.id("visitor"));
        Visitor visitor = house.visitors()
                .byId(id)
                .filter(known -> Access.maySee(call.me(), known.site()))
                .orElseThrow(() -> new Unknown("visitor", id));
        Wished wished = call.body(Wished.class);
        var checks = new FieldChecks();
        String reason = checks.line("reason", wished.reason, 0, REASON_LENGTH);
        Integer hours = wished.hours;
        if (hours != null) {
            checks.range("hours", hours, 1, MOST_HOURS);
        }
        checks.refuse();
        String address =
                wished.address ? address(house, visitor).orElseThrow(() -> new Conflict("address_unknown")) : null;
        Ban ban = house.bans()
                .ban(
                        call.actor(),
                        call.me().id(),
                        visitor,
                        address,
                        hours == null ? null : Duration.ofHours(hours),
                        reason);
        dismiss(call, visitor);
        return view(ban, visitor);
    }

    private void dismiss(Call call, Visitor visitor) {
        house.conversations().ofVisitor(visitor.id(), house.clock().millis()).stream()
                .filter(conversation -> !(conversation instanceof Conversation.Closed))
                .forEach(conversation -> house.conversations().dismiss(call.me().id(), conversation.id()));
    }

    private List<BanView> list(Call call) {
        List<Ban> shown =
                house.bans().all().stream().filter(mayBeSeen(call)).limit(SHOWN).toList();
        Map<VisitorId, Visitor> visitors =
                house.visitors().byIds(shown.stream().map(Ban::visitor).collect(Collectors.toSet()));
        return shown.stream()
                .flatMap(ban ->
                        Optional.ofNullable(visitors.get(ban.visitor())).map(visitor -> view(ban, visitor)).stream())
                .toList();
    }

    private @Nullable Void lift(Call call) {
        long id = call.id("ban");
        Ban ban = house.bans().all().stream()
                .filter(held -> held.id() == id)
                .filter(mayBeSeen(call))
                .findFirst()
                .orElseThrow(() -> new Unknown("ban", id));
        house.bans().lift(call.actor(), ban);
        call.status(204);
        return null;
    }

    private static Predicate<Ban> mayBeSeen(Call call) {
        return ban -> Access.maySee(call.me(), ban.site());
    }

    private static Optional<String> address(OperatorHouse house, Visitor visitor) {
        return house.visitorPresence()
                .of(visitor.id())
                .map(PresentVisitor::facts)
                .map(facts -> facts.address())
                .filter(address -> !address.isEmpty());
    }

    private static BanView view(Ban ban, Visitor visitor) {
        return new BanView(
                Long.toString(ban.id()),
                ban.site().toString(),
                Long.toString(visitor.id().value()),
                visitor.name(),
                visitor.number(),
                ban.network(),
                ban.operator().toString(),
                ban.at(),
                ban.until(),
                ban.reason());
    }
}

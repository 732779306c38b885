package chat.beseda.console;

import chat.beseda.bans.Ban;
import chat.beseda.bans.Bans;
import chat.beseda.bans.Network;
import chat.beseda.conversations.Conversation;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
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
        List<Conversation> ended = ended(visitor, address);
        if (!ended.stream().allMatch(each -> mayEnd(call.me(), each))) {
            throw new Conflict("conversation_of_another");
        }
        Ban ban = house.bans()
                .ban(
                        call.actor(),
                        call.me().id(),
                        visitor,
                        address,
                        hours == null ? null : Duration.ofHours(hours),
                        reason);
        ended.forEach(each -> house.conversations().dismiss(call.me().id(), each.id()));
        return view(ban, visitor);
    }

    /** The open conversations of those who are served no more; of whoever is not on line nobody knows the address. */
    private List<Conversation> ended(Visitor visitor, @Nullable String address) {
        Stream<Conversation> own = house
                .conversations()
                .ofVisitor(visitor.id(), house.clock().millis())
                .stream()
                .filter(conversation -> !(conversation instanceof Conversation.Closed));
        if (address == null) {
            return own.toList();
        }
        String network = Network.of(address);
        Stream<Conversation> neighbours = house.allOpen().stream()
                .filter(open -> open.facts().site().equals(visitor.site()))
                .filter(open -> !open.facts().visitor().equals(visitor.id()))
                .filter(open -> address(house, open.facts().visitor())
                        .map(Network::of)
                        .filter(network::equals)
                        .isPresent());
        return Stream.concat(own, neighbours).toList();
    }

    /** Whoever bans ends conversations: what is another's only those who might take it over. */
    private static boolean mayEnd(Operator me, Conversation conversation) {
        OperatorId owner = conversation.owner();
        return OperatorHouse.mayAnswer(me, conversation)
                && (owner == null || owner.equals(me.id()) || Access.may(me, Permission.TAKE_OVER));
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
        return address(house, visitor.id());
    }

    private static Optional<String> address(OperatorHouse house, VisitorId visitor) {
        return house.visitorPresence()
                .of(visitor)
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

package chat.beseda.administration;

import chat.beseda.operators.Abilities;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.operators.Role;
import chat.beseda.people.People;
import chat.beseda.photos.Photos;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import io.javalin.http.HandlerType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People: supervisors see them, administrators change them. */
final class OperatorRoutes {
    private final People people;

    OperatorRoutes(People people) {
        this.people = people;
    }

    record Draft(
            String name,
            String title,
            String role,
            Integer capacity,
            List<String> sites,
            List<String> departments,
            @Nullable List<String> languages,
            @Nullable List<String> skills,
            Boolean disabled) {}

    record OperatorView(
            String id,
            String name,
            String email,
            String title,
            String role,
            @Nullable String photo,
            String state,
            int capacity,
            List<String> sites,
            List<String> departments,
            List<String> languages,
            List<String> skills,
            boolean disabled,
            boolean secondFactor,
            long createdAt,
            @Nullable Long lastSeenAt) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_PEOPLE;
        return List.of(
                Route.right(HandlerType.GET, "/api/operators", Permission.SEE_PEOPLE, this::list),
                Route.right(HandlerType.PUT, "/api/operators/{id}", manage, this::change),
                Route.right(HandlerType.PUT, "/api/operators/{id}/photo", manage, this::setPhoto),
                Route.right(HandlerType.DELETE, "/api/operators/{id}/photo", manage, this::removePhoto),
                Route.right(HandlerType.DELETE, "/api/operators/{id}/second-factor", manage, this::resetSecondFactor));
    }

    private @Nullable Object resetSecondFactor(Call call) {
        people.secondFactors().reset(call.actor(), id(call));
        return null;
    }

    private List<OperatorView> list(Call call) {
        Set<OperatorId> holders = people.secondFactors().holders();
        return people.operators().all().stream()
                .filter(each -> Access.maySee(call.me(), each))
                .map(each -> view(each, holders.contains(each.id())))
                .toList();
    }

    private OperatorView change(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var draft = new OperatorDraft(
                said.name,
                said.title,
                fields.word("role", said.role, Role.class),
                said.capacity,
                fields.sites("sites", said.sites),
                fields.departments("departments", said.departments),
                abilities(said),
                said.disabled);
        fields.refuse();
        return view(people.operators().change(call.actor(), id(call), draft));
    }

    /** Nothing when nothing was said of them. */
    private static @Nullable Abilities abilities(Draft said) {
        return said.languages == null || said.skills == null
                ? null
                : new Abilities(new HashSet<>(said.languages), new HashSet<>(said.skills));
    }

    private OperatorView setPhoto(Call call) {
        OperatorId id = id(call);
        String photo = people.photos().keep(call.bytes(Photos.MOST_BYTES));
        return view(people.operators().setPhoto(call.actor(), id, photo));
    }

    private OperatorView removePhoto(Call call) {
        return view(people.operators().setPhoto(call.actor(), id(call), null));
    }

    private static OperatorId id(Call call) {
        return new OperatorId(call.id("operator"));
    }

    private OperatorView view(Operator operator) {
        return view(operator, people.secondFactors().status(operator.id()).on());
    }

    private static OperatorView view(Operator operator, boolean secondFactor) {
        return new OperatorView(
                operator.id().toString(),
                operator.name(),
                operator.email(),
                operator.title(),
                Fields.word(operator.role()),
                operator.photoPath(),
                Fields.word(operator.state()),
                operator.capacity(),
                Fields.texts(operator.sites()),
                Fields.texts(operator.departments()),
                Fields.texts(operator.abilities().languages()),
                Fields.texts(operator.abilities().skills()),
                operator.disabled(),
                secondFactor,
                operator.createdAt(),
                operator.lastSeenAt());
    }
}

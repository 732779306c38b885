package chat.beseda.administration;

import chat.beseda.operators.Operator;
import chat.beseda.operators.Permission;
import chat.beseda.operators.Role;
import chat.beseda.people.Invitation;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.web.OwnOrigin;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invitations: administrators send them, whoever holds a link uses it. */
final class InvitationRoutes {
    private final People people;
    private final SessionRoutes signIn;
    private final OwnOrigin ownOrigin;

    InvitationRoutes(People people, SessionRoutes signIn, OwnOrigin ownOrigin) {
        this.people = people;
        this.signIn = signIn;
        this.ownOrigin = ownOrigin;
    }

    record Draft(String email, String role, List<String> sites, List<String> departments) {}

    record Acceptance(String name, String title, String password) {}

    record InvitationView(
            String id, String email, String role, List<String> sites, List<String> departments, long expiresAt) {}

    record IssuedView(String id, String link, long expiresAt) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_PEOPLE;
        return List.of(
                Route.right(HandlerType.GET, "/api/invitations", manage, this::list),
                Route.right(HandlerType.POST, "/api/invitations", manage, this::issue),
                Route.right(HandlerType.DELETE, "/api/invitations/{id}", manage, this::revoke),
                Route.open(HandlerType.GET, "/api/invitations/{token}/open", this::look),
                Route.open(HandlerType.POST, "/api/invitations/{token}", this::accept));
    }

    private List<InvitationView> list(Call call) {
        return people.invitations().open().stream().map(InvitationRoutes::view).toList();
    }

    private IssuedView issue(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var draft = new InvitationDraft(
                said.email,
                fields.word("role", said.role, Role.class),
                fields.sites("sites", said.sites),
                fields.departments("departments", said.departments));
        fields.refuse();
        Invitations.Issued issued = people.invitations().issue(call.actor(), draft);
        call.status(201);
        return new IssuedView(
                Long.toString(issued.invitation().id()),
                ownOrigin.of(call.context()) + "/invitation/" + issued.token(),
                issued.invitation().expiresAt());
    }

    private @Nullable Object revoke(Call call) {
        people.invitations().revoke(call.actor(), call.id("invitation"));
        return null;
    }

    private Map<String, String> look(Call call) {
        Invitation invitation = people.invitations().byToken(call.path("token"));
        return Map.of(
                "email", invitation.email(),
                "company", people.settings().now().company(),
                "role", Fields.word(invitation.role()));
    }

    private SessionRoutes.SessionView accept(Call call) {
        Acceptance said = call.body(Acceptance.class);
        var acceptance = new Invitations.Acceptance(said.name, said.title, said.password, call.language());
        Operator operator = people.invitations().accept(call.path("token"), acceptance, call.address());
        call.status(201);
        return signIn.welcome(call, operator, people.sessions().open(operator.id(), call.address(), call.agent()));
    }

    private static InvitationView view(Invitation invitation) {
        return new InvitationView(
                Long.toString(invitation.id()),
                invitation.email(),
                Fields.word(invitation.role()),
                Fields.texts(invitation.sites()),
                Fields.texts(invitation.departments()),
                invitation.expiresAt());
    }
}

package chat.beseda.people;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.NewOperator;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorRules;
import chat.beseda.operators.Operators;
import chat.beseda.operators.SqlOperatorStore;
import chat.beseda.security.Passwords;
import chat.beseda.security.RandomTokens;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Links by which people join: 256 bits, stored hashed, good for one use and some days. Thread-safe. */
public final class Invitations {
    private final Database database;
    private final IdSource ids;
    private final InstantSource clock;
    private final RandomTokens tokens;
    private final Passwords passwords;
    private final InstallationSettings settings;
    private final Operators operators;
    private final Sites sites;
    private final Departments departments;
    private final Audit audit;
    private final SqlInvitationStore store = new SqlInvitationStore();
    private final SqlOperatorStore people = new SqlOperatorStore();

    public Invitations(
            Database database,
            IdSource ids,
            InstantSource clock,
            RandomTokens tokens,
            Passwords passwords,
            InstallationSettings settings,
            Operators operators,
            Sites sites,
            Departments departments,
            Audit audit) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.tokens = tokens;
        this.passwords = passwords;
        this.settings = settings;
        this.operators = operators;
        this.sites = sites;
        this.departments = departments;
        this.audit = audit;
    }

    /** An invitation and the secret of its link; the secret is told once. */
    public record Issued(Invitation invitation, String token) {}

    /** What the invited say about themselves, unchecked. */
    public record Acceptance(String name, String title, String password, String locale) {}

    /** Those that still work, newest first. */
    public List<Invitation> open() {
        return database.read(handle -> store.open(handle, clock.millis()));
    }

    /**
     * Invites; an earlier invitation of the same address stops working.
     *
     * @throws InvalidFields when the address is none or already an operator's, or a site or department is unknown
     */
    public Issued issue(Actor actor, InvitationDraft draft) {
        String token = tokens.secret();
        return database.write(transaction -> {
            var checks = new FieldChecks();
            String email = OperatorRules.email(checks, "email", draft.email());
            if (people.hasEmail(transaction.handle(), email)) {
                checks.add("email", "taken", email, Map.of());
            }
            sites.checkKnown(checks, "sites", draft.sites());
            departments.checkKnown(checks, "departments", draft.departments());
            checks.refuse();
            long now = clock.millis();
            long until = now + settings.now().invitationLife().toMillis();
            var invitation =
                    new Invitation(ids.next(), email, draft.role(), draft.sites(), draft.departments(), now, until);
            store.deleteByEmail(transaction.handle(), email);
            store.insert(transaction.handle(), RandomTokens.digest(token), invitation);
            audit.write(transaction, actor, "invitation.issued", "invitation " + invitation.id(), details(invitation));
            return new Issued(invitation, token);
        });
    }

    /**
     * Takes an invitation back.
     *
     * @throws Unknown when it is not there any more
     */
    public void revoke(Actor actor, long id) {
        database.write(transaction -> {
            if (store.delete(transaction.handle(), id) == 0) {
                throw new Unknown("invitation", id);
            }
            audit.write(transaction, actor, "invitation.revoked", "invitation " + id, Map.of());
            return id;
        });
    }

    /**
     * The invitation of a link.
     *
     * @throws Unknown when the link is wrong, used, taken back or too old
     */
    public Invitation byToken(String token) {
        return database.read(handle -> store.byDigest(handle, RandomTokens.digest(token), clock.millis()))
                .orElseThrow(() -> new Unknown("invitation", "of this link"));
    }

    /**
     * Makes the holder of the link an operator and uses the link up.
     *
     * @throws Unknown when the link is wrong, used, taken back or too old
     * @throws InvalidFields when the name or the password will not do
     */
    public Operator accept(String token, Acceptance acceptance, String address) {
        Invitation invitation = byToken(token);
        var checks = new FieldChecks();
        var person = new NewOperator(
                acceptance.name(),
                invitation.email(),
                acceptance.title(),
                invitation.role(),
                invitation.sites(),
                invitation.departments(),
                acceptance.locale(),
                acceptance.password());
        Operator operator = operators.rules().joining(checks, "", new OperatorId(ids.next()), person, clock.millis());
        checks.refuse();
        String hash = passwords.hash(acceptance.password());
        return database.write(transaction -> {
            if (store.delete(transaction.handle(), invitation.id()) == 0) {
                throw new Unknown("invitation", invitation.id());
            }
            Actor actor = new Actor(operator.id().value(), address);
            audit.write(transaction, actor, "invitation.accepted", "operator " + operator.id(), details(invitation));
            return operators.add(transaction, operator, hash);
        });
    }

    private static Map<String, String> details(Invitation invitation) {
        return Map.of(
                "email", invitation.email(),
                "role", invitation.role().name().toLowerCase(Locale.ROOT));
    }
}

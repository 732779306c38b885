package chat.beseda.people;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.NewOperator;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Role;
import chat.beseda.security.Passwords;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.settings.Settings;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first administrator, company and site, made together and only while there is no operator at all. Thread-safe. */
public final class FirstSetUp {
    private final Database database;
    private final IdSource ids;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Operators operators;
    private final Sites sites;
    private final InstallationSettings settings;
    private final Audit audit;

    public FirstSetUp(
            Database database,
            IdSource ids,
            InstantSource clock,
            Passwords passwords,
            Operators operators,
            Sites sites,
            InstallationSettings settings,
            Audit audit) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
        this.operators = operators;
        this.sites = sites;
        this.settings = settings;
        this.audit = audit;
    }

    /** What the first-run page asks for, unchecked. */
    public record Wanted(String name, String email, String password, String locale, String company, SiteDraft site) {}

    /** What was made. */
    public record Made(Operator administrator, Site site) {}

    public boolean isNeeded() {
        return operators.all().isEmpty();
    }

    /**
     * Makes everything or nothing.
     *
     * @throws Conflict {@code already_set_up} when somebody was quicker
     * @throws InvalidFields naming everything that is wrong
     */
    public Made make(Actor actor, Wanted wanted) {
        refuseUnlessNeeded(isNeeded());
        var checks = new FieldChecks();
        var person = new NewOperator(
                wanted.name(),
                wanted.email(),
                "",
                Role.ADMINISTRATOR,
                Set.of(),
                Set.of(),
                wanted.locale(),
                wanted.password());
        Operator administrator =
                operators.rules().joining(checks, "administrator.", new OperatorId(ids.next()), person, clock.millis());
        checks.line("company", wanted.company(), 1, InstallationSettings.COMPANY_LENGTH);
        sites.check(checks, "site.", wanted.site());
        checks.refuse();
        String hash = passwords.hash(wanted.password());
        return database.write(transaction -> {
            refuseUnlessNeeded(settings.claimSetUp(transaction, clock.millis()));
            operators.add(transaction, administrator, hash);
            String about = "operator " + administrator.id();
            audit.write(transaction, actor, "setup.done", about, Map.of("email", administrator.email()));
            settings.change(transaction, actor, of(wanted.company()));
            return new Made(administrator, sites.create(transaction, actor, wanted.site()));
        });
    }

    /**
     * Sets up without a person: company "Beseda", and a site that allows the server's own pages, so that the demo shop works
     * where it is switched on.
     *
     * @param publicOrigin the origin the server is reached at
     * @return false when there was nothing to do
     * @throws InvalidFields when the address or the password will not do
     */
    public boolean ifNeeded(String email, String password, String publicOrigin, String timeZone) {
        if (!isNeeded()) {
            return false;
        }
        String name = email.substring(0, Math.max(0, email.indexOf('@')));
        SiteDraft site = SiteDraft.standard("Demo", List.of(publicOrigin), timeZone, Site.AUTO_LOCALE);
        make(
                Actor.program(),
                new Wanted(name, email, password, "ru", settings.now().company(), site));
        return true;
    }

    private Settings of(String company) {
        Settings now = settings.now();
        return new Settings(
                company,
                now.demo(),
                now.sessionIdle(),
                now.sessionAbsolute(),
                now.invitationLife(),
                now.awayAfter(),
                now.editing(),
                now.lateness());
    }

    private static void refuseUnlessNeeded(boolean needed) {
        if (!needed) {
            throw new Conflict("already_set_up");
        }
    }
}

package chat.beseda.outreach;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.outreach.SqlOutreachStore.SiteRules;
import chat.beseda.showing.Geography;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Showing;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of every site. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class OutreachRules {
    private final Database database;
    private final IdSource ids;
    private final Audit audit;
    private final Geography geography;
    private final Consumer<Object> news;
    private final SqlOutreachStore store = new SqlOutreachStore();
    private final Map<SiteId, SiteRules> known = new ConcurrentHashMap<>();

    /** @param news told {@link OutreachChanged} after each change: the bus */
    public OutreachRules(Database database, IdSource ids, Audit audit, Geography geography, Consumer<Object> news) {
        this.database = database;
        this.ids = ids;
        this.audit = audit;
        this.geography = geography;
        this.news = news;
        known.putAll(database.read(store::all));
    }

    Geography geography() {
        return geography;
    }

    /** In the order in which they are asked. */
    public List<InvitationRule> invitations(SiteId site) {
        return of(site).invitations();
    }

    public Showing showing(SiteId site) {
        return of(site).showing();
    }

    /** Whether the button would be shown, and which rule says so. */
    public Showing.Verdict verdict(SiteId site, Showing.Asked asked) {
        return showing(site).verdict(asked, geography);
    }

    /**
     * The same for rules that are not stored yet.
     *
     * @param written where the visitor is, as people write it; null for nobody knows
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Showing.Verdict attempt(Showing rules, Showing.Asked asked, @Nullable PlacePattern written) {
        var checks = new OutreachChecks(geography);
        checks.showing(rules);
        if (written != null) {
            checks.places("place", List.of(written));
        }
        checks.refuse();
        var where = written == null ? null : geography.place(written);
        return rules.verdict(
                new Showing.Asked(asked.page(), where, asked.now(), asked.zone(), asked.language(), asked.online()),
                geography);
    }

    /**
     * Replaces a site's rules of invitations; new ones are given ids.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public List<InvitationRule> changeInvitations(Actor actor, Site site, List<InvitationRule> rules) {
        var checks = new OutreachChecks(geography);
        checks.rules(rules);
        checks.refuse();
        List<InvitationRule> named = rules.stream()
                .map(rule -> rule.id().isEmpty() ? rule.named(Long.toString(ids.next())) : rule)
                .toList();
        change(actor, site, "invitations.changed", before -> new SiteRules(named, before.showing()));
        return named;
    }

    /**
     * Replaces a site's rules of pages and places.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Showing changeShowing(Actor actor, Site site, Showing showing) {
        var checks = new OutreachChecks(geography);
        checks.showing(showing);
        checks.refuse();
        change(actor, site, "showing.changed", before -> new SiteRules(before.invitations(), showing));
        return showing;
    }

    private SiteRules of(SiteId site) {
        return known.getOrDefault(site, SiteRules.standard());
    }

    /** As the transaction sees them: memory follows only after the commit, which several changes may share. */
    private SiteRules stored(Transaction transaction, SiteId site) {
        return store.of(transaction.handle(), site, database.dialect().holdingRows())
                .orElseGet(SiteRules::standard);
    }

    private void change(Actor actor, Site site, String act, UnaryOperator<SiteRules> change) {
        database.write(transaction -> {
            SiteRules changed = change.apply(stored(transaction, site.id()));
            store.put(transaction.handle(), site.id(), changed);
            audit.write(transaction, actor, act, "site " + site.id(), Map.of("name", site.name()));
            transaction.afterCommit(() -> {
                known.put(site.id(), changed);
                news.accept(new OutreachChanged(site.id()));
            });
            return changed;
        });
    }
}

package chat.beseda.sites;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sites of the installation. Reads come from memory and cost nothing; verbs return when the change is durable. Thread-safe. */
public final class Sites {
    private final Database database;
    private final IdSource ids;
    private final Audit audit;
    private final Consumer<Object> news;
    private final SqlSiteStore store = new SqlSiteStore();
    private final SiteWording wording;
    private final SiteKeys keys = new SiteKeys();
    private final Map<SiteId, Site> known = new ConcurrentHashMap<>();
    private final Map<String, SiteId> names = new ConcurrentHashMap<>();

    /** @param news told {@link SiteChanged} after each change: the bus */
    public Sites(Database database, IdSource ids, Audit audit, Consumer<Object> news) {
        this.database = database;
        this.ids = ids;
        this.audit = audit;
        this.news = news;
        this.wording = new SiteWording(database, audit, news);
        database.read(store::all).forEach(this::remember);
    }

    /** What they say in their windows. */
    public SiteWording wording() {
        return wording;
    }

    public Optional<Site> byKey(String key) {
        return Optional.ofNullable(names.get(key)).flatMap(this::byId);
    }

    public Optional<Site> byId(SiteId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** All of them, disabled ones too, oldest first. */
    public List<Site> all() {
        return known.values().stream()
                .sorted(Comparator.comparingLong(site -> site.id().value()))
                .toList();
    }

    /**
     * Makes a site and its key.
     *
     * @throws InvalidFields naming everything that is wrong with the draft
     */
    public Site create(Actor actor, SiteDraft draft) {
        Site site = SiteRules.check(new SiteId(ids.next()), keys.next(), draft);
        return database.write(transaction -> create(transaction, actor, site));
    }

    /** Makes the site inside somebody else's transaction, so that it is there with the rest or not at all. */
    public Site create(Transaction transaction, Actor actor, SiteDraft draft) {
        return create(transaction, actor, SiteRules.check(new SiteId(ids.next()), keys.next(), draft));
    }

    /**
     * Changes everything but the id and the key.
     *
     * @throws Unknown when there is no such site
     * @throws InvalidFields naming everything that is wrong with the draft
     */
    public Site change(Actor actor, SiteId id, SiteDraft draft) {
        Site changed = SiteRules.check(id, existing(id).key(), draft);
        return database.write(transaction -> update(transaction, actor, changed, "site.changed"));
    }

    /**
     * Removes the site, or disables it when it has a history or operators limited to it: history is never thrown away by a
     * click, and nobody who was limited to one site serves all of a sudden every other.
     *
     * @param hasHistory whether conversations of the site have been kept
     * @return the disabled site, or empty when it is gone
     * @throws Unknown when there is no such site
     */
    public Optional<Site> remove(Actor actor, SiteId id, boolean hasHistory) {
        Site site = existing(id);
        if (hasHistory) {
            return Optional.of(disable(actor, site));
        }
        try {
            database.write(transaction -> delete(transaction, actor, site));
            return Optional.empty();
        } catch (StorageException trouble) {
            throw trouble;
        } catch (RuntimeException stillReferred) {
            return Optional.of(disable(actor, site));
        }
    }

    /** Notes everything that is wrong with a draft that is part of something larger, such as {@code site.} */
    public void check(FieldChecks checks, String prefix, SiteDraft draft) {
        try {
            SiteRules.check(new SiteId(0), "", draft);
        } catch (InvalidFields invalid) {
            for (FieldFault fault : invalid.faults()) {
                checks.add(prefix + fault.field(), fault.code(), fault.value(), fault.params());
            }
        }
    }

    /** Notes every id that names no site. */
    public void checkKnown(FieldChecks checks, String field, Collection<SiteId> ids) {
        for (SiteId id : ids) {
            if (!known.containsKey(id)) {
                checks.add(field, "unknown", id.toString(), Map.of());
            }
        }
    }

    private Site existing(SiteId id) {
        return byId(id).orElseThrow(() -> new Unknown("site", id));
    }

    private Site disable(Actor actor, Site site) {
        return database.write(transaction -> update(transaction, actor, SiteRules.disabled(site), "site.disabled"));
    }

    private Site create(Transaction transaction, Actor actor, Site site) {
        store.insert(transaction.handle(), site);
        audit.write(transaction, actor, "site.created", "site " + site.id(), Map.of("name", site.name()));
        transaction.afterCommit(() -> tell(site));
        return site;
    }

    private Site update(Transaction transaction, Actor actor, Site site, String act) {
        store.update(transaction.handle(), site);
        audit.write(
                transaction,
                actor,
                act,
                "site " + site.id(),
                Map.of("name", site.name(), "origins", String.join(" ", site.origins())));
        transaction.afterCommit(() -> tell(site));
        return site;
    }

    private Site delete(Transaction transaction, Actor actor, Site site) {
        store.delete(transaction.handle(), site.id());
        audit.write(transaction, actor, "site.removed", "site " + site.id(), Map.of("name", site.name()));
        transaction.afterCommit(() -> {
            known.remove(site.id());
            names.remove(site.key());
            news.accept(new SiteChanged(site.id()));
        });
        return site;
    }

    private void tell(Site site) {
        remember(site);
        news.accept(new SiteChanged(site.id()));
    }

    private void remember(Site site) {
        known.put(site.id(), site);
        names.put(site.key(), site.id());
    }
}

package chat.beseda.tags;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tags of the installation. Reads come from memory; verbs return when the change is durable, and tell {@link
 * TagsChanged}. Thread-safe.
 */
public final class Tags {
    /** Retired ones too; more than that nobody finds his way in. */
    public static final int MOST = 200;

    private static final int NAME_LENGTH = 40;

    private final Database database;
    private final Bus bus;
    private final IdSource ids;
    private final Audit audit;
    private final SqlTagStore store = new SqlTagStore();
    private final Map<TagId, Tag> known = new ConcurrentHashMap<>();

    public Tags(Database database, Bus bus, IdSource ids, Audit audit) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.audit = audit;
        database.read(store::all).forEach(tag -> known.put(tag.id(), tag));
    }

    public Optional<Tag> byId(TagId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** All of them, retired ones too, by name. */
    public List<Tag> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Tags::key)
                        .thenComparingLong(tag -> tag.id().value()))
                .toList();
    }

    /**
     * Makes a tag.
     *
     * @throws chat.beseda.forms.InvalidFields when the name is empty, too long or taken
     * @throws Conflict {@code tags_full}
     */
    public Tag create(Actor actor, TagDraft draft) {
        return database.write(transaction -> {
            List<Tag> all = store.all(transaction.handle());
            Tag tag = checked(all, new TagId(ids.next()), draft);
            if (all.size() >= MOST) {
                throw new Conflict("tags_full");
            }
            store.insert(transaction.handle(), tag);
            return done(transaction, actor, "tag.created", tag);
        });
    }

    /**
     * Calls or colours it otherwise, retires it or brings it back.
     *
     * @throws Unknown when there is no such tag
     * @throws chat.beseda.forms.InvalidFields when the name is empty, too long or taken
     */
    public Tag change(Actor actor, TagId id, TagDraft draft) {
        return database.write(transaction -> {
            List<Tag> all = store.all(transaction.handle());
            if (all.stream().noneMatch(tag -> tag.id().equals(id))) {
                throw new Unknown("tag", id);
            }
            Tag tag = checked(all, id, draft);
            store.update(transaction.handle(), tag);
            return done(transaction, actor, "tag.changed", tag);
        });
    }

    private static Tag checked(List<Tag> all, TagId id, TagDraft draft) {
        var checks = new FieldChecks();
        var tag = new Tag(id, checks.line("name", draft.name(), 1, NAME_LENGTH), draft.colour(), draft.retired());
        if (all.stream().anyMatch(other -> !other.id().equals(id) && key(other).equals(key(tag)))) {
            checks.add("name", "taken", tag.name(), Map.of());
        }
        checks.refuse();
        return tag;
    }

    /** Names that differ in nothing but their capitals are one name. */
    private static String key(Tag tag) {
        return tag.name().toLowerCase(Locale.ROOT);
    }

    private Tag done(Transaction transaction, Actor actor, String act, Tag tag) {
        audit.write(
                transaction,
                actor,
                act,
                "tag " + tag.id(),
                Map.of("name", tag.name(), "retired", Boolean.toString(tag.retired())));
        transaction.afterCommit(() -> {
            known.put(tag.id(), tag);
            bus.publish(new TagsChanged());
        });
        return tag;
    }
}

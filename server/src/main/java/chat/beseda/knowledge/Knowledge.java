package chat.beseda.knowledge;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the installation. Reads and searches come from memory; verbs return when the change is durable, and tell
 * {@link ArticlesChanged}. Thread-safe.
 */
public final class Knowledge {
    /** More than that belongs into a wiki. */
    public static final int MOST_ARTICLES = 2_000;

    private final Database database;
    private final Bus bus;
    private final IdSource ids;
    private final Audit audit;
    private final InstantSource clock;
    private final ArticleChecks checks;
    private final SqlArticleStore store = new SqlArticleStore();
    private final AtomicReference<ArticleIndex> index;

    public Knowledge(Database database, Bus bus, IdSource ids, Audit audit, Sites sites, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
        this.checks = new ArticleChecks(sites);
        this.index = new AtomicReference<>(ArticleIndex.of(database.read(store::all)));
    }

    /** All of them, in the order they were begun. */
    public List<Article> all() {
        return index.get().all();
    }

    public Optional<Article> byId(ArticleId id) {
        return Optional.ofNullable(index.get().byId(id));
    }

    /**
     * Those that the words of a question are found in, best first; each in one language.
     *
     * @param language preferred; null: none
     */
    public List<Found> find(String question, @Nullable String language, ArticleFilter filter, int most) {
        return index.get().find(question, language, filter, most);
    }

    /**
     * Begins an article in one language.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     * @throws Conflict {@code articles_full}
     */
    public Article create(Actor actor, ArticlePlace place, String language, ArticleDraft draft, boolean publish) {
        checks.check(place);
        ArticleVersion first = version(1, actor, checks.check(language, draft));
        var translation = new Translation(language, first, publish ? first : null, 0, 0);
        var article = new Article(new ArticleId(ids.next()), place, Map.of(language, translation));
        return database.write(transaction -> {
            if (store.count(transaction.handle()) >= MOST_ARTICLES) {
                throw new Conflict("articles_full");
            }
            store.insert(transaction.handle(), article.id(), place);
            store.insert(transaction.handle(), article.id(), translation);
            return done(transaction, actor, publish ? "article.published" : "article.created", article, language);
        });
    }

    /**
     * Says who reads it and where.
     *
     * @throws Unknown when there is no such article
     * @throws chat.beseda.forms.InvalidFields naming the sites that are not there
     */
    public Article place(Actor actor, ArticleId id, ArticlePlace place) {
        checks.check(place);
        return database.write(transaction -> {
            Article article = existing(transaction, id).with(place);
            store.place(transaction.handle(), id, place);
            String language = article.all().iterator().next().language();
            return done(transaction, actor, "article.placed", article, language);
        });
    }

    /**
     * Saves another version in a language, the first one too.
     *
     * @param base the version it was made from; 0: there was none
     * @throws Unknown when there is no such article
     * @throws Conflict {@code article_changed} when somebody else has saved a version since
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Article write(Actor actor, ArticleId id, String language, int base, ArticleDraft draft, boolean publish) {
        ArticleDraft checked = checks.check(language, draft);
        return database.write(transaction -> {
            Article article = existing(transaction, id);
            Optional<Translation> before = article.in(language);
            if (before.map(each -> each.latest().number()).orElse(0) != base) {
                throw new Conflict("article_changed");
            }
            ArticleVersion next = version(base + 1, actor, checked);
            Translation after = before.map(each -> each.withLatest(next, publish))
                    .orElseGet(() -> new Translation(language, next, publish ? next : null, 0, 0));
            if (before.isEmpty()) {
                store.insert(transaction.handle(), id, after);
            } else {
                store.write(transaction.handle(), id, after);
            }
            return done(
                    transaction,
                    actor,
                    publish ? "article.published" : "article.written",
                    article.with(after),
                    language);
        });
    }

    /**
     * Shows readers what was saved last, or nothing any more.
     *
     * @throws Unknown when there is no such article in this language
     */
    public Article publish(Actor actor, ArticleId id, String language, boolean published) {
        return database.write(transaction -> {
            Article article = existing(transaction, id);
            Translation before = existing(article, language);
            Translation after = before.withPublished(published ? before.latest() : null);
            store.publish(transaction.handle(), id, after);
            String act = published ? "article.published" : "article.withdrawn";
            return done(transaction, actor, act, article.with(after), language);
        });
    }

    /**
     * Removes it in one language with all versions.
     *
     * @throws Unknown when there is no such article in this language
     * @throws Conflict {@code article_last} when there is no other language
     */
    public Article removeTranslation(Actor actor, ArticleId id, String language) {
        return database.write(transaction -> {
            Article article = existing(transaction, id);
            existing(article, language);
            if (article.translations().size() == 1) {
                throw new Conflict("article_last");
            }
            store.delete(transaction.handle(), id, language);
            record(transaction, actor, "article.translation_removed", article, language);
            return kept(transaction, article.without(language));
        });
    }

    /**
     * Removes it for good.
     *
     * @throws Unknown when there is no such article
     */
    public void remove(Actor actor, ArticleId id) {
        database.write(transaction -> {
            Article article = existing(transaction, id);
            store.delete(transaction.handle(), id);
            String language = article.all().iterator().next().language();
            record(transaction, actor, "article.removed", article, language);
            transaction.afterCommit(() -> {
                index.updateAndGet(now -> now.without(id));
                bus.publish(new ArticlesChanged(id));
            });
            return article;
        });
    }

    /** What was saved in a language, newest first; older ones than the last {@value SqlArticleStore#MOST_VERSIONS} are gone. */
    public List<ArticleVersion> versions(ArticleId id, String language) {
        return database.read(handle -> store.versions(handle, id, language));
    }

    /** Counts what a reader of a published one says; of anything else nothing is counted. */
    public void count(ArticleId id, String language, boolean helpful) {
        database.write(transaction -> {
            if (!store.count(transaction.handle(), id, language, helpful)) {
                return false;
            }
            Article counted = existing(transaction, id);
            transaction.afterCommit(() -> index.updateAndGet(now -> now.with(counted)));
            return true;
        });
    }

    private ArticleVersion version(int number, Actor actor, ArticleDraft draft) {
        Long author = actor.operator();
        return new ArticleVersion(
                number,
                draft.folder(),
                draft.title(),
                draft.document(),
                author == null ? null : new OperatorId(author),
                clock.millis());
    }

    private Article existing(Transaction transaction, ArticleId id) {
        return store.find(transaction.handle(), id).orElseThrow(() -> new Unknown("article", id));
    }

    private static Translation existing(Article article, String language) {
        return article.in(language).orElseThrow(() -> new Unknown("article", article.id() + " " + language));
    }

    private Article done(Transaction transaction, Actor actor, String act, Article article, String language) {
        record(transaction, actor, act, article, language);
        return kept(transaction, article);
    }

    private void record(Transaction transaction, Actor actor, String act, Article article, String language) {
        String title = existing(article, language).latest().title();
        audit.write(transaction, actor, act, "article " + article.id(), Map.of("title", title, "language", language));
    }

    private Article kept(Transaction transaction, Article article) {
        transaction.afterCommit(() -> {
            index.updateAndGet(now -> now.with(article));
            bus.publish(new ArticlesChanged(article.id()));
        });
        return article;
    }
}

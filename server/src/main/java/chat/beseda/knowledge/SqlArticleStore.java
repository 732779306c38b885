package chat.beseda.knowledge;

import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The tables {@code article}, {@code article_site}, {@code article_translation} and {@code article_version}. */
final class SqlArticleStore {
    /** Of one language; the published one is kept however old it is. */
    static final int MOST_VERSIONS = 100;

    private static final String SHOWN = """
            SELECT t.article_id, t.language, t.latest, t.published, t.helpful, t.unhelpful,
                v.number, v.folder, v.title, v.document, v.operator_id, v.at
            FROM article_translation t JOIN article_version v
                ON v.article_id = t.article_id AND v.language = t.language AND (v.number = t.latest OR v.number = t.published)
            """;

    List<Article> all(Handle handle) {
        return articles(handle, "", null);
    }

    Optional<Article> find(Handle handle, ArticleId id) {
        return articles(handle, "WHERE %s = :article", id).stream().findFirst();
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM article")
                .mapTo(Long.class)
                .one();
    }

    void insert(Handle handle, ArticleId id, ArticlePlace place) {
        handle.createUpdate("INSERT INTO article (id, audience) VALUES (:id, :audience)")
                .bind("id", id.value())
                .bind("audience", word(place.audience()))
                .execute();
        putSites(handle, id, place);
    }

    void place(Handle handle, ArticleId id, ArticlePlace place) {
        handle.createUpdate("UPDATE article SET audience = :audience WHERE id = :id")
                .bind("id", id.value())
                .bind("audience", word(place.audience()))
                .execute();
        of(handle.createUpdate("DELETE FROM article_site WHERE article_id = :article"), id)
                .execute();
        putSites(handle, id, place);
    }

    /** A language that the article did not have, with its first version. */
    void insert(Handle handle, ArticleId id, Translation translation) {
        of(handle.createUpdate("""
                        INSERT INTO article_translation (article_id, language, latest, published, helpful, unhelpful)
                        VALUES (:article, :language, :latest, :published, 0, 0)
                        """), id, translation).execute();
        insert(handle, id, translation.language(), translation.latest());
    }

    /** Another version of a language that is there. */
    void write(Handle handle, ArticleId id, Translation translation) {
        insert(handle, id, translation.language(), translation.latest());
        publish(handle, id, translation);
        of(handle.createUpdate("""
                        DELETE FROM article_version WHERE article_id = :article AND language = :language
                            AND number <= :oldest AND number <> :shown
                        """), id)
                .bind("language", translation.language())
                .bind("oldest", translation.latest().number() - MOST_VERSIONS)
                .bind("shown", translation.shown().number())
                .execute();
    }

    void publish(Handle handle, ArticleId id, Translation translation) {
        of(handle.createUpdate("""
                        UPDATE article_translation SET latest = :latest, published = :published
                        WHERE article_id = :article AND language = :language
                        """), id, translation).execute();
    }

    void delete(Handle handle, ArticleId id, String language) {
        of(handle.createUpdate("DELETE FROM article_version WHERE article_id = :article AND language = :language"), id)
                .bind("language", language)
                .execute();
        of(
                        handle.createUpdate(
                                "DELETE FROM article_translation WHERE article_id = :article AND language = :language"),
                        id)
                .bind("language", language)
                .execute();
    }

    void delete(Handle handle, ArticleId id) {
        for (String table : List.of("article_version", "article_translation", "article_site")) {
            of(handle.createUpdate("DELETE FROM " + table + " WHERE article_id = :article"), id)
                    .execute();
        }
        of(handle.createUpdate("DELETE FROM article WHERE id = :article"), id).execute();
    }

    List<ArticleVersion> versions(Handle handle, ArticleId id, String language) {
        return of(handle.createQuery("""
                        SELECT number, folder, title, document, operator_id, at FROM article_version
                        WHERE article_id = :article AND language = :language ORDER BY number DESC
                        """), id)
                .bind("language", language)
                .map((row, context) -> version(row))
                .list();
    }

    /** False when nothing of it is published in this language. */
    boolean count(Handle handle, ArticleId id, String language, boolean helpful) {
        String column = helpful ? "helpful" : "unhelpful";
        return of(handle.createUpdate("UPDATE article_translation SET %s = %s + 1".formatted(column, column) + """
                         WHERE article_id = :article AND language = :language AND published IS NOT NULL
                        """), id)
                        .bind("language", language)
                        .execute()
                > 0;
    }

    private static List<Article> articles(Handle handle, String where, @Nullable ArticleId id) {
        Map<Long, Set<SiteId>> sites = new HashMap<>();
        sought(handle.createQuery("SELECT article_id, site_id FROM article_site " + where.formatted("article_id")), id)
                .map((row, context) -> sites.computeIfAbsent(row.getLong("article_id"), first -> new HashSet<>())
                        .add(new SiteId(row.getLong("site_id"))))
                .list();
        Map<Long, Map<String, Translation>> translations = new HashMap<>();
        sought(handle.createQuery(SHOWN + where.formatted("t.article_id")), id)
                .map((row, context) ->
                        put(translations.computeIfAbsent(row.getLong("article_id"), first -> new HashMap<>()), row))
                .list();
        return sought(
                        handle.createQuery(
                                "SELECT id, audience FROM article " + where.formatted("id") + " ORDER BY id"),
                        id)
                .map((row, context) -> new Article(
                        new ArticleId(row.getLong("id")),
                        new ArticlePlace(
                                Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
                                sites.getOrDefault(row.getLong("id"), Set.of())),
                        translations.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    /** A row is the newest version, the published one, or both. */
    private static Translation put(Map<String, Translation> translations, ResultSet row) throws SQLException {
        ArticleVersion version = version(row);
        String language = row.getString("language");
        Translation before = translations.get(language);
        boolean latest = version.number() == row.getInt("latest");
        boolean published = version.number() == row.getInt("published");
        var after = new Translation(
                language,
                latest || before == null ? version : before.latest(),
                published ? version : before == null ? null : before.published(),
                row.getLong("helpful"),
                row.getLong("unhelpful"));
        translations.put(language, after);
        return after;
    }

    private static ArticleVersion version(ResultSet row) throws SQLException {
        long author = row.getLong("operator_id");
        OperatorId operator = row.wasNull() ? null : new OperatorId(author);
        return new ArticleVersion(
                row.getInt("number"),
                row.getString("folder"),
                row.getString("title"),
                Documents.read(row.getString("document"), TextDocument.class),
                operator,
                row.getLong("at"));
    }

    private static void insert(Handle handle, ArticleId id, String language, ArticleVersion version) {
        OperatorId author = version.author();
        of(handle.createUpdate("""
                        INSERT INTO article_version (article_id, language, number, folder, title, document, operator_id, at)
                        VALUES (:article, :language, :number, :folder, :title, :document, :operator, :at)
                        """), id)
                .bind("language", language)
                .bind("number", version.number())
                .bind("folder", version.folder())
                .bind("title", version.title())
                .bind("document", Documents.text(version.document()))
                .bind("operator", author == null ? null : author.value())
                .bind("at", version.at())
                .execute();
    }

    private static void putSites(Handle handle, ArticleId id, ArticlePlace place) {
        for (SiteId site : place.sites()) {
            of(handle.createUpdate("INSERT INTO article_site (article_id, site_id) VALUES (:article, :site)"), id)
                    .bind("site", site.value())
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S sought(S statement, @Nullable ArticleId id) {
        return id == null ? statement : of(statement, id);
    }

    private static <S extends SqlStatement<S>> S of(S statement, ArticleId id) {
        return statement.bind("article", id.value());
    }

    private static <S extends SqlStatement<S>> S of(S statement, ArticleId id, Translation translation) {
        return of(statement, id)
                .bind("language", translation.language())
                .bind("latest", translation.latest().number())
                .bind("published", number(translation.published()));
    }

    private static @Nullable Integer number(@Nullable ArticleVersion version) {
        return version == null ? null : version.number();
    }

    private static String word(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }
}

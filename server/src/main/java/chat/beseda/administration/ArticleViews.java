package chat.beseda.administration;

import chat.beseda.formatting.TextDocument;
import chat.beseda.knowledge.Article;
import chat.beseda.knowledge.ArticleVersion;
import chat.beseda.knowledge.Audience;
import chat.beseda.knowledge.Translation;
import chat.beseda.operators.OperatorId;
import chat.beseda.rest.Fields;
import chat.beseda.sites.SiteId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as the console sees them. */
final class ArticleViews {
    private ArticleViews() {}

    /** An article among others: without its texts. */
    record Row(String id, String audience, List<String> sites, List<Title> texts) {}

    /**
     * What is known of an article in one language.
     *
     * @param version the newest
     * @param published null: readers see nothing of it
     */
    record Title(
            String language,
            String folder,
            String title,
            int version,
            @Nullable Integer published,
            @Nullable String author,
            long at,
            long helpful,
            long unhelpful) {}

    /** @param mayChange whether who asks may */
    record Whole(String id, String audience, List<String> sites, boolean mayChange, List<Text> texts) {}

    /**
     * All of it in one language.
     *
     * @param document of the newest version
     * @param published what readers see, where that is another version
     */
    record Text(Title head, TextDocument document, @Nullable Version published) {}

    record Version(
            int number,
            String folder,
            String title,
            TextDocument document,
            @Nullable String author,
            long at) {}

    /** @param link where visitors read it; null: they don't */
    record Found(
            String id,
            String audience,
            String language,
            String folder,
            String title,
            String excerpt,
            boolean published,
            @Nullable String link) {}

    static Row row(Article article) {
        return new Row(
                article.id().toString(),
                audience(article),
                sites(article),
                article.all().stream().map(ArticleViews::title).toList());
    }

    static Whole whole(Article article, boolean mayChange) {
        List<Text> texts = article.all().stream()
                .map(each -> new Text(title(each), each.latest().document(), other(each)))
                .toList();
        return new Whole(article.id().toString(), audience(article), sites(article), mayChange, texts);
    }

    private static @Nullable Version other(Translation translation) {
        ArticleVersion published = translation.published();
        return published == null || published.number() == translation.latest().number() ? null : version(published);
    }

    static Version version(ArticleVersion version) {
        return new Version(
                version.number(), version.folder(), version.title(), version.document(), author(version), version.at());
    }

    static Found found(chat.beseda.knowledge.Found found, @Nullable String link) {
        return new Found(
                found.article().id().toString(),
                audience(found.article()),
                found.translation().language(),
                found.version().folder(),
                found.version().title(),
                found.excerpt(),
                found.translation().published() != null,
                link);
    }

    private static Title title(Translation translation) {
        ArticleVersion latest = translation.latest();
        ArticleVersion published = translation.published();
        return new Title(
                translation.language(),
                latest.folder(),
                latest.title(),
                latest.number(),
                published == null ? null : published.number(),
                author(latest),
                latest.at(),
                translation.helpful(),
                translation.unhelpful());
    }

    private static @Nullable String author(ArticleVersion version) {
        OperatorId author = version.author();
        return author == null ? null : author.toString();
    }

    private static String audience(Article article) {
        Audience audience = article.place().audience();
        return Fields.word(audience);
    }

    private static List<String> sites(Article article) {
        return article.place().sites().stream().map(SiteId::toString).sorted().toList();
    }
}

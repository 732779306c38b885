package chat.beseda.knowledge;

/**
 * An article that was looked for.
 *
 * @param version what was looked in
 * @param excerpt some of its text around the first word that was found
 */
public record Found(Article article, Translation translation, ArticleVersion version, String excerpt) {}

package chat.beseda.knowledge;

/** News: an article was written, changed, published, withdrawn or removed. */
public record ArticlesChanged(ArticleId article) {}

package chat.beseda.knowledge;

/** Which articles are looked in. */
@FunctionalInterface
public interface ArticleFilter {
    boolean takes(Article article, Translation translation);
}

package chat.beseda.help;

import chat.beseda.knowledge.Article;
import chat.beseda.knowledge.ArticleFilter;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.ArticleVersion;
import chat.beseda.knowledge.Found;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.knowledge.Translation;
import chat.beseda.sites.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What visitors of a site may read of the knowledge base, and nothing else of it. */
final class HelpDesk {
    private final Knowledge knowledge;

    HelpDesk(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** A published article in one language. */
    record Page(Article article, Translation translation, ArticleVersion version) {
        /** What readers say of it: those whom it helped without those whom it did not. */
        long worth() {
            return translation.helpful() - translation.unhelpful();
        }
    }

    /** All of a site in a language, by folder and title. */
    List<Page> all(Site site, String language) {
        return pages(site, language)
                .sorted(Comparator.comparing((Page page) -> page.version().folder(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(page -> page.version().title(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Those that helped most, newer ones first among equals. */
    List<Page> popular(Site site, String language, int most) {
        return pages(site, language)
                .sorted(Comparator.comparingLong(Page::worth)
                        .thenComparingLong(page -> page.version().at())
                        .reversed())
                .limit(most)
                .toList();
    }

    List<Found> find(Site site, String language, String question, int most) {
        ArticleFilter filter = (article, translation) -> article.place().isPublicOn(site.id())
                && translation.published() != null
                && translation.language().equals(language);
        return knowledge.find(question, language, filter, most);
    }

    Optional<Page> page(Site site, String language, ArticleId id) {
        return knowledge
                .byId(id)
                .flatMap(article -> page(site, language, article).findFirst());
    }

    /** The languages in which anything is published of the site, or of one article of it. */
    List<String> languages(Site site) {
        return Site.LANGUAGES.stream()
                .filter(language -> pages(site, language).findFirst().isPresent())
                .toList();
    }

    List<String> languages(Site site, Article article) {
        return Site.LANGUAGES.stream()
                .filter(language -> page(site, language, article).findFirst().isPresent())
                .toList();
    }

    void count(Page page, boolean helpful) {
        knowledge.count(page.article().id(), page.translation().language(), helpful);
    }

    private Stream<Page> pages(Site site, String language) {
        return knowledge.all().stream().flatMap(article -> page(site, language, article));
    }

    private static Stream<Page> page(Site site, String language, Article article) {
        return article.in(language).filter(each -> article.place().isPublicOn(site.id())).stream()
                .flatMap(translation -> Stream.ofNullable(translation.published())
                        .map(version -> new Page(article, translation, version)));
    }
}

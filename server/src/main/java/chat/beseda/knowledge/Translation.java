package chat.beseda.knowledge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article in one language.
 *
 * @param language one of the languages of sites
 * @param latest what was saved last
 * @param published what readers see; null: nothing yet, or no longer
 * @param helpful how many readers said that it helped
 */
public record Translation(
        String language, ArticleVersion latest, @Nullable ArticleVersion published, long helpful, long unhelpful) {

    /** What readers see; what was saved last when they see nothing. */
    ArticleVersion shown() {
        return Objects.requireNonNullElse(published, latest);
    }

    Translation withLatest(ArticleVersion version, boolean publish) {
        return new Translation(language, version, publish ? version : published, helpful, unhelpful);
    }

    Translation withPublished(@Nullable ArticleVersion version) {
        return new Translation(language, latest, version, helpful, unhelpful);
    }
}

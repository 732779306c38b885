package chat.beseda.answers;

import chat.beseda.formatting.TextDocument;
import chat.beseda.sites.DepartmentId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a ready answer, unchecked.
 *
 * @param folder may be empty
 * @param document the same formatted, of which the text is made then; null: the text alone
 * @param language one of the languages of sites; null: for any
 * @param department whose conversations it is for; null: for all
 */
public record AnswerDraft(
        String folder,
        String title,
        String text,
        @Nullable TextDocument document,
        @Nullable String language,
        @Nullable DepartmentId department) {

    /** Without formatting. */
    public AnswerDraft(
            String folder, String title, String text, @Nullable String language, @Nullable DepartmentId department) {
        this(folder, title, text, null, language, department);
    }

    AnswerLabel label() {
        return new AnswerLabel(folder, title, language, department);
    }
}

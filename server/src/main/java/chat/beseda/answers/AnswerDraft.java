package chat.beseda.answers;

import chat.beseda.formatting.TextDocument;
import chat.beseda.sites.DepartmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a ready answer, unchecked.
 *
 * @param folder may be empty
 * @param document the same formatted, of which the text is made then; null: the text alone
 * @param language one of the languages of sites; null: for any
 * @param department whose conversations it is for; null: for all
 * @param files ids, in their order; null: those it has
 */
public record AnswerDraft(
        String folder,
        String title,
        String text,
        @Nullable TextDocument document,
        @Nullable String language,
        @Nullable DepartmentId department,
        @Nullable List<String> files) {

    /** Without formatting, and with the files it has. */
    public AnswerDraft(
            String folder, String title, String text, @Nullable String language, @Nullable DepartmentId department) {
        this(folder, title, text, null, language, department, null);
    }

    AnswerLabel label() {
        return new AnswerLabel(folder, title, language, department);
    }
}

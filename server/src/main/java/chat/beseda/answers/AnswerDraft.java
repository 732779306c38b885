package chat.beseda.answers;

import chat.beseda.sites.DepartmentId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a ready answer, unchecked.
 *
 * @param folder may be empty
 * @param language one of the languages of sites; null: for any
 * @param department whose conversations it is for; null: for all
 */
public record AnswerDraft(
        String folder,
        String title,
        String text,
        @Nullable String language,
        @Nullable DepartmentId department) {

    AnswerLabel label() {
        return new AnswerLabel(folder, title, language, department);
    }
}

package chat.beseda.answers;

import chat.beseda.files.Attachment;
import chat.beseda.formatting.TextDocument;
import chat.beseda.sites.DepartmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text kept for inserting, with the files that go along.
 *
 * @param folder what it is kept under, may be empty
 * @param text with variables, such as {@code {visitor.name|friend}}
 * @param document the same formatted; null: it has no formatting
 * @param language one of the languages of sites; null: for any
 * @param department whose conversations it is for; null: for all
 * @param files in their order
 * @param used how often it was inserted or sent
 * @param usedAt the last time, UTC epoch milliseconds; null: never
 * @param changedAt UTC epoch milliseconds
 */
public record ReadyAnswer(
        AnswerId id,
        Shelf shelf,
        String folder,
        String title,
        String text,
        @Nullable TextDocument document,
        @Nullable String language,
        @Nullable DepartmentId department,
        List<Attachment> files,
        long used,
        @Nullable Long usedAt,
        long changedAt) {

    AnswerLabel label() {
        return new AnswerLabel(folder, title, language, department);
    }

    ReadyAnswer with(AnswerDraft draft, long now) {
        return new ReadyAnswer(
                id,
                shelf,
                draft.folder(),
                draft.title(),
                draft.text(),
                draft.document(),
                draft.language(),
                draft.department(),
                files,
                used,
                usedAt,
                now);
    }

    ReadyAnswer with(List<Attachment> others) {
        return new ReadyAnswer(
                id, shelf, folder, title, text, document, language, department, others, used, usedAt, changedAt);
    }
}

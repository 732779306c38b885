package chat.beseda.knowledge;

import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * What was saved once.
 *
 * @param number 1 of the first in its language
 * @param folder names of folders from the outermost, with {@code /} between them; may be empty
 * @param author null: the program itself
 * @param at UTC epoch milliseconds
 */
public record ArticleVersion(
        int number,
        String folder,
        String title,
        TextDocument document,
        @Nullable OperatorId author,
        long at) {}

package chat.beseda.knowledge;

import chat.beseda.formatting.TextDocument;

/**
 * What somebody writes in one language, unchecked.
 *
 * @param folder names of folders from the outermost, with {@code /} between them; may be empty
 */
public record ArticleDraft(String folder, String title, TextDocument document) {}

package chat.beseda.answers;

import chat.beseda.files.SqlAnswerFiles;
import chat.beseda.formatting.DocumentRules;
import chat.beseda.formatting.TextDocument;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Site;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be kept as a ready answer. */
final class AnswerChecks {
    static final int FOLDER_LENGTH = 60;
    static final int TITLE_LENGTH = 100;
    /** Leaves room for names and addresses within an operator's message. */
    static final int TEXT_LENGTH = 8_000;

    private final Departments departments;

    AnswerChecks(Departments departments) {
        this.departments = departments;
    }

    /**
     * Notes what is wrong.
     *
     * @param at what stands before the names of the fields
     * @return the draft as it should be kept
     */
    AnswerDraft check(FieldChecks checks, String at, AnswerDraft draft) {
        String folder = checks.line(at + "folder", draft.folder(), 0, FOLDER_LENGTH);
        String title = checks.line(at + "title", draft.title(), 1, TITLE_LENGTH);
        TextDocument document = draft.document();
        if (document != null && !isSound(checks, at + "text", document)) {
            document = null;
        }
        String said = document == null ? draft.text() : document.plainText();
        String text = checks.lines(at + "text", said.replace("\r\n", "\n"), 1, TEXT_LENGTH);
        if (document == null) {
            AnswerVariables.check(checks, at + "text", text);
        }
        String language = draft.language();
        if (language != null && !Site.LANGUAGES.contains(language)) {
            checks.add(at + "language", "not_one_of", language, Map.of("words", String.join(", ", Site.LANGUAGES)));
        }
        if (draft.department() != null) {
            departments.checkKnown(checks, at + "department", List.of(draft.department()));
        }
        checkFiles(checks, at + "files", draft.files());
        boolean formatted = document != null && document.isFormatted();
        return new AnswerDraft(
                folder, title, text, formatted ? document : null, language, draft.department(), draft.files());
    }

    private static void checkFiles(FieldChecks checks, String field, @Nullable List<String> files) {
        if (files != null && files.size() > SqlAnswerFiles.MOST) {
            checks.add(field, "files_many", null, Map.of("most", Integer.toString(SqlAnswerFiles.MOST)));
        } else if (files != null && files.stream().distinct().count() < files.size()) {
            checks.add(field, "files_gone", null, Map.of());
        }
    }

    /** Where a variable is, its formatting doesn't change: it is filled in within one run. */
    private static boolean isSound(FieldChecks checks, String field, TextDocument document) {
        int nodes = document.nodes();
        if (nodes > DocumentRules.NODES) {
            var counts = Map.of("most", Integer.toString(DocumentRules.NODES), "length", Integer.toString(nodes));
            checks.add(field, "too_complex", null, counts);
            return false;
        }
        DocumentRules.broken(document).ifPresent(rule -> checks.add(field, "document", rule, Map.of("rule", rule)));
        document.blocks().stream()
                .flatMap(block -> block.runs().stream())
                .forEach(run -> AnswerVariables.check(checks, field, run.text()));
        return true;
    }
}

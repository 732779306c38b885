package chat.beseda.knowledge;

import chat.beseda.formatting.DocumentRules;
import chat.beseda.formatting.TextDocument;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may be kept as an article. */
final class ArticleChecks {
    static final int FOLDER_LENGTH = 60;
    static final int FOLDERS_WITHIN = 3;
    static final int TITLE_LENGTH = 150;
    static final int TEXT_LENGTH = 30_000;

    private final Sites sites;

    ArticleChecks(Sites sites) {
        this.sites = sites;
    }

    /**
     * Judges what is written.
     *
     * @return the draft as it should be kept
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    ArticleDraft check(String language, ArticleDraft draft) {
        var checks = new FieldChecks();
        checks.oneOf("language", language, Site.LANGUAGES);
        var kept = new ArticleDraft(
                folder(checks, draft.folder()),
                checks.line("title", draft.title(), 1, TITLE_LENGTH),
                document(checks, draft.document()));
        checks.refuse();
        return kept;
    }

    /** @throws chat.beseda.forms.InvalidFields naming the sites that are not there */
    void check(ArticlePlace place) {
        var checks = new FieldChecks();
        sites.checkKnown(checks, "sites", place.sites());
        checks.refuse();
    }

    private static String folder(FieldChecks checks, String said) {
        List<String> names = Arrays.stream(said.split("/", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.size() > FOLDERS_WITHIN) {
            checks.add("folder", "too_deep", said, Map.of("most", Integer.toString(FOLDERS_WITHIN)));
            return "";
        }
        return names.stream()
                .map(name -> checks.line("folder", name, 0, FOLDER_LENGTH))
                .collect(Collectors.joining("/"));
    }

    private static TextDocument document(FieldChecks checks, TextDocument document) {
        int nodes = document.nodes();
        if (nodes > DocumentRules.NODES) {
            var counts = Map.of("most", Integer.toString(DocumentRules.NODES), "length", Integer.toString(nodes));
            checks.add("document", "too_complex", null, counts);
        } else {
            DocumentRules.broken(document)
                    .ifPresent(rule -> checks.add("document", "document", rule, Map.of("rule", rule)));
            checks.lines("document", document.plainText(), 1, TEXT_LENGTH);
        }
        return document;
    }
}

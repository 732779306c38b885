package chat.beseda.archive;

import chat.beseda.archive.ArchiveFilter.Trait;
import chat.beseda.archive.SqlArchiveStore.Beside;
import chat.beseda.conversations.Conversation;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What filters ask for, as words of the index: letters and digits. */
final class Facets {
    private Facets() {}

    static List<String> of(Conversation conversation, Summary summary, Beside beside) {
        var facets = new ArrayList<String>();
        facets.add(of(conversation.facts().site()));
        DepartmentId department = conversation.facts().department();
        if (department != null) {
            facets.add(of(department));
        }
        summary.operators().forEach(operator -> facets.add(of(operator)));
        if (beside.score() != null) {
            facets.add("r" + beside.score());
        }
        if (summary.files() > 0) {
            facets.add("x");
        }
        if (summary.missed(conversation instanceof Conversation.Closed)) {
            facets.add("m");
        }
        facets.add("l" + plain(conversation.facts().language()));
        facets.add("g" + plain(beside.origin().city()));
        facets.add("u" + plain(beside.source().site()));
        return facets;
    }

    /** Each list is one filter, of which one has to be met. */
    static List<List<String>> of(ArchiveFilter filter) {
        var facets = new ArrayList<List<String>>();
        facets.add(filter.sites().stream().map(Facets::of).toList());
        facets.add(filter.departments().stream().map(Facets::of).toList());
        facets.add(filter.operators().stream().map(Facets::of).toList());
        facets.add(filter.scores().stream().map(score -> "r" + score).toList());
        facets.add(filter.traits().contains(Trait.FILES) ? List.of("x") : List.of());
        facets.add(filter.traits().contains(Trait.MISSED) ? List.of("m") : List.of());
        facets.add(some("l", filter.language()));
        facets.add(some("g", filter.city()));
        facets.add(some("u", filter.source()));
        facets.removeIf(List::isEmpty);
        return facets;
    }

    private static List<String> some(String kind, String value) {
        return value.isEmpty() ? List.of() : List.of(kind + plain(value));
    }

    private static String of(SiteId site) {
        return "s" + site.value();
    }

    private static String of(DepartmentId department) {
        return "d" + department.value();
    }

    private static String of(OperatorId operator) {
        return "o" + operator.value();
    }

    /** Different names may become the same word; the filter looks at the names themselves besides. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

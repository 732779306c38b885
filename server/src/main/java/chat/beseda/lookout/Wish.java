package chat.beseda.lookout;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the list.
 *
 * @param search looked for in everything that can be read in a row; empty finds all
 * @param language of the names of places: ru, en or uk
 * @param from how many rows are above the window
 * @param count how many rows the window has, {@value #MOST} at most
 */
public record Wish(Sort sort, boolean descending, Filter filter, String search, String language, int from, int count) {
    public static final int MOST = 200;

    /** What the rows stand in the order of. */
    public enum Sort {
        SINCE,
        PAGE_SINCE,
        STAGE,
        NAME,
        PAGE,
        CITY,
        SOURCE,
        VISITS,
        PAGES
    }

    /** Empty parts let everybody through; texts are looked for without regard to letter case. */
    public record Filter(
            Set<Stage> stages,
            @Nullable SiteId site,
            String page,
            String city,
            @Nullable OperatorId operator,
            String source) {
        public static final Filter NONE = new Filter(Set.of(), null, "", "", null, "");

        public Filter {
            stages = Set.copyOf(stages);
            page = small(page);
            city = small(city);
            source = small(source);
        }
    }

    public Wish {
        search = small(search);
        from = Math.max(0, from);
        count = Math.clamp(count, 1, MOST);
    }

    boolean lets(Sighting row, Predicate<SiteId> maySee) {
        return maySee.test(row.present().site())
                && (filter.stages.isEmpty() || filter.stages.contains(row.stage()))
                && (filter.site == null || filter.site.equals(row.present().site()))
                && (filter.operator == null || filter.operator.equals(row.talk().operator()))
                && (filter.city.isEmpty() || Sighting.has(row.city(language), filter.city))
                && (filter.source.isEmpty() || Sighting.has(row.source().site(), filter.source))
                && (filter.page.isEmpty() || row.pageHas(filter.page))
                && (search.isEmpty() || row.words().contains(search));
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

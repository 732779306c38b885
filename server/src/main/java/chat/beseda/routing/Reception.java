package chat.beseda.routing;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.PagePattern;
import java.util.List;
import java.util.Optional;

/**
 * Which department a question on a site is for.
 *
 * @param asks whether visitors are asked
 * @param pages whose questions on some pages are; the first that fits decides
 */
public record Reception(boolean asks, List<OfPages> pages) {

    /**
     * Whose the questions of some pages are.
     *
     * @param pattern of addresses, as {@code /wholesale/*}
     */
    public record OfPages(PagePattern pattern, DepartmentId department) {}

    public Reception {
        pages = List.copyOf(pages);
    }

    /** Nobody is asked, and every page is everybody's. */
    public static Reception standard() {
        return new Reception(false, List.of());
    }

    Optional<DepartmentId> of(String address) {
        return pages.stream()
                .filter(each -> each.pattern().matches(address))
                .map(OfPages::department)
                .findFirst();
    }
}

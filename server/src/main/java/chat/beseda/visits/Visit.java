package chat.beseda.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a visitor on a site. Times are UTC epoch milliseconds.
 *
 * @param pages how many were opened, also those whose views are no longer kept
 * @param referrer of the first page; hostile text like everything a browser says
 * @param views the newest pages, oldest first
 */
public record Visit(
        long id,
        long startedAt,
        long lastAt,
        int pages,
        @Nullable String entry,
        String referrer,
        List<View> views) {

    /** One page opened. */
    public record View(long at, String url, String title) {}

    public Visit {
        views = List.copyOf(views);
    }
}

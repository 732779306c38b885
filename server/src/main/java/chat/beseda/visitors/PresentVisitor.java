package chat.beseda.visitors;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who is on line now.
 *
 * @param page the newest page he opened in any tab; null until one is told
 * @param entry the page this stay began on, whose referrer says where he came from; null until one is told
 * @param since when his first line of this stay came, UTC epoch milliseconds
 * @param pageSince since when he is on the newest page
 * @param pages how many he opened in this stay
 * @param lines how many tabs and panels of his are connected; 0 while a page move is not yet told apart from leaving
 * @param said where he is as others than his address tell
 */
public record PresentVisitor(
        VisitorId visitor,
        SiteId site,
        VisitorFacts facts,
        @Nullable Page page,
        @Nullable Page entry,
        long since,
        long pageSince,
        int pages,
        int lines,
        Map<PlaceSource, Place> said) {

    PresentVisitor on(Page newest, long at) {
        return new PresentVisitor(
                visitor, site, facts, newest, entry == null ? newest : entry, since, at, pages + 1, lines, said);
    }

    /** The same page with another title: it settles after the address. */
    PresentVisitor titled(Page newest) {
        return new PresentVisitor(visitor, site, facts, newest, entry, since, pageSince, pages, lines, said);
    }

    PresentVisitor with(VisitorFacts newest, int count) {
        return new PresentVisitor(visitor, site, newest, page, entry, since, pageSince, pages, count, said);
    }

    PresentVisitor saying(Map<PlaceSource, Place> words) {
        return new PresentVisitor(visitor, site, facts, page, entry, since, pageSince, pages, lines, words);
    }
}

package chat.beseda.visitors;

import chat.beseda.sites.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who is on line now.
 *
 * @param page the newest page he opened in any tab; null until one is told
 * @param since when his first line of this stay came, UTC epoch milliseconds
 * @param lines how many tabs and panels of his are connected; 0 while a page move is not yet told apart from leaving
 */
public record PresentVisitor(
        VisitorId visitor,
        SiteId site,
        VisitorFacts facts,
        @Nullable Page page,
        long since,
        int lines) {}

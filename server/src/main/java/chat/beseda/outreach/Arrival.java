package chat.beseda.outreach;

import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * A line of a visitor that has just said hello.
 *
 * @param line names the line
 * @param tab names the page load; the same after the line broke
 * @param panel whether it is of the window, or of the page under it
 * @param locale the language chosen to speak to him
 * @param language as his browser names it
 * @param page null when the line is on no page
 */
public record Arrival(
        Visitor visitor,
        String line,
        String tab,
        boolean panel,
        String locale,
        String language,
        String userAgent,
        @Nullable Page page) {}

package chat.beseda.visits;

import chat.beseda.sites.PagePattern;
import org.jspecify.annotations.Nullable;

/**
 * A page that visitors open when they have done what the site wants, such as the one that thanks for an order.
 *
 * @param value what it is worth, in whatever the site counts; null for nothing
 */
public record GoalPage(
        PagePattern page, String name, @Nullable Double value) {}

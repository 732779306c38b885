package chat.beseda.visits;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor did that the site wants.
 *
 * @param visit the visit it was done in; null when that was never written down
 * @param at UTC epoch milliseconds
 * @param value in whatever the site counts; null when it told none
 */
public record Goal(
        @Nullable Long visit,
        long at,
        String name,
        @Nullable Double value) {}

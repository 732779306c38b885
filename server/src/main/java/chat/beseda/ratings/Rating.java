package chat.beseda.ratings;

import chat.beseda.visitors.VisitorSettings.RatingScale;

/**
 * A visitor's word on a conversation.
 *
 * @param score from 1, the worst, to 5
 * @param scale what the visitor was shown; never {@link RatingScale#OFF}
 * @param comment hostile text, cleaned; empty for none
 * @param at UTC epoch milliseconds
 */
public record Rating(int score, RatingScale scale, String comment, long at) {}

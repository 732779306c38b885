package chat.beseda.ratings;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.storage.Database;
import chat.beseda.visitors.HostileText;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Visitors' ratings. A rating returns when it is durable, and tells {@link ConversationRated}. Thread-safe. */
public final class Ratings {
    private static final int MAX_COMMENT = 1_000;

    private final Database database;
    private final Bus bus;
    private final InstantSource clock;
    private final SqlRatingStore store = new SqlRatingStore();

    public Ratings(Database database, Bus bus, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * Keeps a rating in place of an earlier one of the same conversation.
     *
     * @param scale as the site asks
     * @return the rating as it is kept, or nothing when the site's scale has no such score
     */
    public Optional<Rating> rate(Conversation.Closed conversation, RatingScale scale, int score, String comment) {
        if (!scale.has(score)) {
            return Optional.empty();
        }
        var rating = new Rating(score, scale, HostileText.tidy(comment, MAX_COMMENT), clock.millis());
        return Optional.of(database.write(tx -> {
            store.put(tx.handle(), conversation.id(), rating);
            tx.afterCommit(() -> bus.publish(new ConversationRated(conversation, rating)));
            return rating;
        }));
    }

    public Optional<Rating> of(ConversationId conversation) {
        return Optional.ofNullable(of(List.of(conversation)).get(conversation));
    }

    /** Of those conversations that were rated, found by one query; 1,000 at most. */
    public Map<ConversationId, Rating> of(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Map.of() : database.read(handle -> store.of(handle, conversations));
    }
}

package chat.beseda.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Ratings} promise on every engine. */
abstract class RatingsContract {
    private final TestHouse house;
    private final Ratings ratings;

    RatingsContract(TestEngine engine) {
        house = new TestHouse(engine);
        ratings = new Ratings(house.database, house.bus, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theLastWordIsKeptOfEachConversation() {
        Conversation.Closed rated = house.aConversationThatIsOver();
        ratings.rate(rated, RatingScale.STARS, 2, "Долго");
        house.clock.advance(Duration.ofMinutes(1));
        long now = house.clock.millis();
        assertThat(ratings.rate(rated, RatingScale.THUMBS, 5, " "))
                .contains(new Rating(5, RatingScale.THUMBS, "", now));
        assertThat(ratings.rate(rated, RatingScale.THUMBS, 4, "")).isEmpty();
        assertThat(ratings.rate(rated, RatingScale.OFF, 5, "")).isEmpty();
        assertThat(ratings.of(rated.id())).contains(new Rating(5, RatingScale.THUMBS, "", now));
        assertThat(house.bus.news(ConversationRated.class))
                .extracting(ConversationRated::rating)
                .extracting(Rating::score)
                .containsExactly(2, 5);
        assertThat(ratings.of(new ConversationId(404))).isEmpty();
        assertThat(ratings.of(List.of(rated.id(), new ConversationId(404)))).containsOnlyKeys(rated.id());
        assertThat(ratings.of(List.of())).isEmpty();
    }
}

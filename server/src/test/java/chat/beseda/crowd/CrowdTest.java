package chat.beseda.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final FakeLines lines = new FakeLines();
    private @Nullable Crowd crowd;
    private final CrowdFixture house = new CrowdFixture(() -> crowd == null ? Stream.empty() : crowd.present());

    @BeforeEach
    void begin() {
        crowd = new Crowd(
                List.of(house.shop),
                "http://localhost:8080",
                lines,
                house.conversations,
                house.talks,
                house.time.timers,
                house.time.clock,
                new Crowd.Size(5, 8),
                1);
        crowd.open();
    }

    @AfterEach
    void end() {
        if (crowd != null) {
            crowd.close();
        }
        house.close();
    }

    @Test
    void keepsTheShopVisitedAndGoesHomeWhenItIsClosed() {
        Crowd visitors = requirePresent();
        house.time.until("five are there", () -> visitors.present().count() >= 5);
        pass(Duration.ofMinutes(5));
        assertThat(visitors.present().count()).isBetween(1L, 8L);

        visitors.close();
        house.time.until("all have gone", () -> visitors.present().findAny().isEmpty());
    }

    @Test
    void asksNowAndThen() {
        pass(Duration.ofMinutes(10));
        assertThat(questions()).isBetween(3L, 13L);
    }

    @Test
    void asksNothingWhileManyWait() {
        for (int i = 0; i < 6; i++) {
            house.say(house.visitor(), "Anybody there?");
        }
        assertThat(house.conversations.open(10)).allMatch(Conversation.Waiting.class::isInstance);
        pass(Duration.ofMinutes(10));
        assertThat(questions()).isZero();
    }

    private long questions() {
        return lines.opened.stream().filter(line -> !line.messages().isEmpty()).count();
    }

    private void pass(Duration span) {
        Instant end = house.time.clock.instant().plus(span);
        house.time.until(span + " pass", () -> house.time.clock.instant().isAfter(end));
    }

    private Crowd requirePresent() {
        return Objects.requireNonNull(crowd);
    }
}

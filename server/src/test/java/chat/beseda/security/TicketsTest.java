package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private final TestClock clock = new TestClock();
    private final Tickets tickets = new Tickets(new RandomTokens(), clock);

    @Test
    void aTicketIsGoodOnce() {
        String ticket = tickets.issue("session");

        assertThat(ticket).matches("[A-Za-z0-9_-]{43}");
        assertThat(tickets.redeem(ticket)).contains("session");
        assertThat(tickets.redeem(ticket)).isEmpty();
        assertThat(tickets.redeem("made up")).isEmpty();
    }

    @Test
    void aTicketIsStaleAfterThirtySeconds() {
        String early = tickets.issue("session");
        clock.advance(Duration.ofMillis(29_999));
        assertThat(tickets.redeem(early)).isPresent();

        String late = tickets.issue("session");
        clock.advance(Tickets.LIFE);
        assertThat(tickets.redeem(late)).isEmpty();
    }
}

package chat.beseda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.sites.SiteId;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitorRatesTest {
    private static final String OFFICE = "192.0.2.1";

    final TestClock clock = new TestClock();
    final ManualTimers timers = new ManualTimers(clock);
    final VisitorRates rates = new VisitorRates(VisitorRates.NEWCOMERS_A_MINUTE, timers, clock);

    @Test
    void sixtyNewcomersOfOneNetworkMayComeAtOnceAndThenTwoASecond() {
        for (int i = 0; i < 60; i++) {
            assertThat(rates.mayCome(OFFICE)).isEmpty();
        }
        assertThat(rates.mayCome(OFFICE)).hasValue(Duration.ofMillis(500));
        assertThat(rates.mayCome("192.0.2.2")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(rates.mayCome(OFFICE)).isEmpty();
        assertThat(rates.mayCome(OFFICE)).isEmpty();
        assertThat(rates.mayCome(OFFICE)).isPresent();
    }

    @Test
    void aHomesIpv6NetworkIsOne() {
        for (int i = 0; i < 60; i++) {
            assertThat(rates.mayCome("2001:db8:1:2::" + Integer.toHexString(i + 1)))
                    .isEmpty();
        }
        assertThat(rates.mayCome("2001:db8:1:2:ffff::1")).isPresent();
    }

    @Test
    void identitiesThatCostNothingDoNotMultiplyWords() {
        int sent = 0;
        for (int visitor = 1; visitor <= 60; visitor++) {
            for (int word = 0; word < 10; word++) {
                sent += rates.maySend(visitor(visitor), OFFICE).isEmpty() ? 1 : 0;
            }
        }
        assertThat(sent).isEqualTo(300);
        assertThat(rates.maySend(visitor(100), "192.0.2.2")).isEmpty();
    }

    @Test
    void whoHasBeenHereForAnHourSharesWithNobody() {
        Visitor regular = visitor(1_000);
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 300; i++) {
            rates.maySend(visitor(i), OFFICE);
        }
        assertThat(rates.maySend(visitor(400), OFFICE)).isPresent();
        assertThat(rates.maySend(regular, OFFICE)).isEmpty();
    }

    @Test
    void tenPagesAtOnceAndThenOneInTwoSeconds() {
        VisitorId hasty = new VisitorId(1);
        for (int i = 0; i < 10; i++) {
            assertThat(rates.mayOpenPage(hasty)).isEmpty();
        }
        assertThat(rates.mayOpenPage(hasty)).hasValue(Duration.ofSeconds(2));
        assertThat(rates.mayOpenPage(new VisitorId(2))).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(rates.mayOpenPage(hasty)).isEmpty();
        assertThat(rates.mayOpenPage(hasty)).isPresent();
    }

    private Visitor visitor(int id) {
        return new Visitor(
                new VisitorId(id), new SiteId(1), id, null, null, null, clock.millis(), clock.millis(), 1, Map.of());
    }
}

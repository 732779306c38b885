package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressLimitTest {
    final AddressLimit limit = new AddressLimit(2, 4);

    @Test
    void eachAddressHasItsOwnPlaces() {
        assertThat(limit.enter("192.0.2.1")).isTrue();
        assertThat(limit.enter("192.0.2.1")).isTrue();
        assertThat(limit.enter("192.0.2.1")).isFalse();
        assertThat(limit.enter("192.0.2.2")).isTrue();
        limit.leave("192.0.2.1");
        assertThat(limit.enter("192.0.2.1")).isTrue();
    }

    @Test
    void aNetworkOfIpv6CountsAsOne() {
        assertThat(limit.enter("2001:db8:1:2::1")).isTrue();
        assertThat(limit.enter("2001:db8:1:2:ffff::9")).isTrue();
        assertThat(limit.enter("2001:db8:1:2::3")).isFalse();
        assertThat(limit.enter("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void allAddressesTogetherHaveSoManyPlaces() {
        for (int i = 1; i <= 4; i++) {
            assertThat(limit.enter("192.0.2." + i)).isTrue();
        }
        assertThat(limit.enter("192.0.2.5")).isFalse();
        assertThat(limit.taken()).isEqualTo(4);
        limit.leave("192.0.2.1");
        assertThat(limit.enter("192.0.2.5")).isTrue();
    }

    @Test
    void whoIsRefusedHoldsNoPlace() {
        for (int i = 0; i < 5; i++) {
            limit.enter("192.0.2.1");
        }
        assertThat(limit.taken()).isEqualTo(2);
    }

    @Test
    void whatIsNoAddressCountsAsItStands() {
        assertThat(AddressLimit.network("unknown:thing")).isEqualTo("unknown:thing");
        assertThat(AddressLimit.network("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }
}

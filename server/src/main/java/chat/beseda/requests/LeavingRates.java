package chat.beseda.requests;

import chat.beseda.security.RateLimits;
import chat.beseda.visitors.VisitorId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How many requests a visitor, and everybody of a network, may leave. Thread-safe. */
final class LeavingRates {
    private static final int OF_A_VISITOR = 10;
    private static final int OF_A_VISITOR_AT_ONCE = 5;
    private static final int OF_A_NETWORK = 120;
    private static final int OF_A_NETWORK_AT_ONCE = 30;
    private static final int NETWORK_BYTES = 8;
    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits visitors;
    private final RateLimits networks;

    LeavingRates(InstantSource clock) {
        this.visitors = new RateLimits(OF_A_VISITOR, HOUR, OF_A_VISITOR_AT_ONCE, clock);
        this.networks = new RateLimits(OF_A_NETWORK, HOUR, OF_A_NETWORK_AT_ONCE, clock);
    }

    /** Empty: now; else after so long. */
    Optional<Duration> mayLeave(VisitorId visitor, String address) {
        return networks.take(network(address)).or(() -> visitors.take(visitor));
    }

    void forgetIdle() {
        visitors.forgetIdle();
        networks.forgetIdle();
    }

    /** Whoever has an IPv6 address has a whole network of them. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}

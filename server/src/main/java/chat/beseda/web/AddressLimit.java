package chat.beseda.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the open lines of every address. An office shares one IPv4 address and a home has a whole IPv6 /64, so the
 * latter counts as one. Thread-safe.
 */
public final class AddressLimit {
    /** Enough for an office behind one address, too few for a flood from it. */
    public static final int DEFAULT_LINES = 200;

    private static final int NETWORK_BYTES = 8;
    private final int lines;
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    public AddressLimit(int lines) {
        this.lines = lines;
    }

    /** Takes a place; false when all are taken. Each place taken is given back by {@link #leave}. */
    boolean enter(String address) {
        String network = network(address);
        if (open.merge(network, 1, Integer::sum) <= lines) {
            return true;
        }
        leave(address);
        return false;
    }

    void leave(String address) {
        open.computeIfPresent(network(address), (network, count) -> count == 1 ? null : count - 1);
    }

    /** The address itself, or the first half of an IPv6 one. Anything that is no literal address counts as it stands. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}

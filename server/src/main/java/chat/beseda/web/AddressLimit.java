package chat.beseda.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the open lines of every address, and of all together. An office shares one IPv4 address and a home has a whole
 * IPv6 /64, so the latter counts as one. Thread-safe.
 */
public final class AddressLimit {
    /** Enough for an office behind one address, too few for a flood from it. */
    public static final int DEFAULT_LINES = 200;

    /** What a small server carries with room to spare. */
    public static final int DEFAULT_ALL = 100_000;

    private static final int NETWORK_BYTES = 8;
    private final int lines;
    private final int all;
    private final AtomicInteger openOfAll = new AtomicInteger();
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param lines that one address may hold
     * @param all that may be held in all, sockets and HTTP lines together
     */
    public AddressLimit(int lines, int all) {
        this.lines = lines;
        this.all = all;
    }

    /**
     * Takes a place; false when all of the address's or all at all are taken. Each place taken is given back by {@link
     * #leave}.
     */
    public boolean enter(String address) {
        int ofAddress = open.merge(network(address), 1, Integer::sum);
        if (openOfAll.incrementAndGet() <= all && ofAddress <= lines) {
            return true;
        }
        leave(address);
        return false;
    }

    public void leave(String address) {
        open.computeIfPresent(network(address), (network, count) -> count == 1 ? null : count - 1);
        openOfAll.decrementAndGet();
    }

    /** How many places are taken. */
    public int taken() {
        return openOfAll.get();
    }

    /** The address itself, or the first half of an IPv6 one. Anything that is no literal address counts as it stands. */
    public static String network(String address) {
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

package chat.beseda.bans;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What one household or office is known by: an IPv4 address, or the first half of an IPv6 one. */
public final class Network {
    private static final int NETWORK_BYTES = 8;
    private static final int ADDRESS_BYTES = 16;

    private Network() {}

    /** Such as {@code 192.0.2.7} or {@code 2001:db8:0:1::/64}; what is no literal address stays as it is. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address ? half(parsed.getAddress()) : parsed.getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            return address;
        }
    }

    private static String half(byte[] address) throws UnknownHostException {
        byte[] network = Arrays.copyOf(Arrays.copyOf(address, NETWORK_BYTES), ADDRESS_BYTES);
        String words = InetAddress.getByAddress(network).getHostAddress();
        return words.replaceFirst(":0:0:0:0$", "::/64");
    }
}

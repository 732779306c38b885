package chat.beseda.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes guessing slow: from the third failure on, the next try of an account, and of an address, has to wait 1 s, 2 s, 4 s … 60 s.
 * An attempt counts as failed until it is known to have succeeded, so many at once gain nothing. Unknown accounts are
 * counted like known ones. Failures are forgotten after an hour of quiet. In memory; thread-safe.
 */
public final class LoginThrottle {
    static final int FREE_FAILURES = 3;
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_NAMES = 100_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt.
     *
     * @return how long to wait before the next one is looked at, or empty when this one may go on
     */
    public synchronized Optional<Duration> begin(String account, String address) {
        long now = clock.millis();
        String who = account(account);
        String where = address(address);
        long wait = Math.max(waitOf(who, now), waitOf(where, now));
        if (wait > 0) {
            return Optional.of(Duration.ofMillis(wait));
        }
        if (failures.size() > MOST_NAMES) {
            failures.values().removeIf(known -> known.since + MEMORY.toMillis() < now);
        }
        failures.merge(who, new Failures(1, now), (known, first) -> known.more(now));
        failures.merge(where, new Failures(1, now), (known, first) -> known.more(now));
        return Optional.empty();
    }

    /** The attempt was right: the account starts anew, the address is back where it was. */
    public synchronized void succeeded(String account, String address) {
        failures.remove(account(account));
        failures.computeIfPresent(address(address), (name, known) -> known.fewer());
    }

    /** The attempt was no guess: account and address are back where they were. */
    public synchronized void takeBack(String account, String address) {
        failures.computeIfPresent(account(account), (name, known) -> known.fewer());
        failures.computeIfPresent(address(address), (name, known) -> known.fewer());
    }

    private long waitOf(String name, long now) {
        Failures known = failures.get(name);
        if (known == null || known.since + MEMORY.toMillis() <= now) {
            failures.remove(name);
            return 0;
        }
        return known.since + known.delay() - now;
    }

    private static String account(String account) {
        return "account " + RandomTokens.digest(account);
    }

    /** An IPv6 subscriber owns 2^64 addresses, so they count as one. */
    private static String address(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                byte[] bytes = six.getAddress();
                var network = new StringBuilder("network ");
                for (int i = 0; i < 8; i++) {
                    network.append(bytes[i]).append(':');
                }
                return network.toString();
            }
        } catch (IllegalArgumentException notAnAddress) {
            return "address " + address;
        }
        return "address " + address;
    }

    private record Failures(int count, long since) {
        Failures more(long now) {
            return new Failures(count + 1, now);
        }

        Failures fewer() {
            return new Failures(count - 1, since);
        }

        long delay() {
            if (count < FREE_FAILURES) {
                return 0;
            }
            int doublings = Math.min(count - FREE_FAILURES, 6);
            return Math.min(1_000L << doublings, LONGEST.toMillis());
        }
    }
}

package chat.beseda.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One-use tickets with which a socket proves whose it is: 256 bits, thirty seconds, in memory. Thread-safe. */
public final class Tickets {
    public static final Duration LIFE = Duration.ofSeconds(30);

    private final RandomTokens tokens;
    private final InstantSource clock;
    private final Map<String, Ticket> open = new ConcurrentHashMap<>();

    public Tickets(RandomTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A ticket for a session, by the session's public name. */
    public String issue(String session) {
        forgetStale();
        String ticket = tokens.secret();
        open.put(ticket, new Ticket(session, clock.millis() + LIFE.toMillis()));
        return ticket;
    }

    /** The session of a ticket that is still good; it never is again. */
    public Optional<String> redeem(String ticket) {
        Ticket found = open.remove(ticket);
        return found == null || found.until <= clock.millis() ? Optional.empty() : Optional.of(found.session);
    }

    private void forgetStale() {
        long now = clock.millis();
        for (Iterator<Ticket> tickets = open.values().iterator(); tickets.hasNext(); ) {
            if (tickets.next().until <= now) {
                tickets.remove();
            }
        }
    }

    private record Ticket(String session, long until) {}
}

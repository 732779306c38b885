package chat.beseda.outreach;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.showing.Places;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the house that invitations ask. */
public record OutreachHouse(
        Database database,
        Bus bus,
        IdSource ids,
        Clock clock,
        Sites sites,
        OperatorPresence operators,
        Visitors visitors,
        VisitorPresence presence,
        Conversations conversations,
        Places places) {

    /** Older conversations keep no rule silent. */
    private static final long LOOKED_BACK = Duration.ofDays(366).toMillis();

    private static final SqlOutreachStore STORE = new SqlOutreachStore();

    /** Days since 1970 where the site is. */
    static long day(Site site, long at) {
        return Instant.ofEpochMilli(at).atZone(site.timeZone()).toLocalDate().toEpochDay();
    }

    /** A site that is served. */
    Optional<Site> site(SiteId id) {
        return sites.byId(id).filter(site -> !site.disabled());
    }

    List<Operator> operatorsOnLine(SiteId site) {
        return operators.onLine(site);
    }

    boolean isOnLine(VisitorId visitor) {
        return presence.of(visitor).isPresent();
    }

    /** As people call him; empty when nobody knows. */
    String name(VisitorId visitor) {
        return visitors.byId(visitor).map(Visitor::name).orElse("");
    }

    String newId() {
        return Long.toString(ids.next());
    }

    Past past(VisitorId visitor) {
        return database.read(handle -> STORE.past(handle, visitor));
    }

    void keep(VisitorId visitor, Past past) {
        database.write(transaction -> {
            STORE.putPast(transaction.handle(), visitor, past);
            return past;
        });
    }

    /** When his last conversation ended; {@link Long#MAX_VALUE} while one goes on; null for none. */
    @Nullable
    Long lastConversation(VisitorId visitor) {
        List<Conversation> all = conversations.ofVisitor(visitor, clock.millis() - LOOKED_BACK);
        Long last = null;
        for (Conversation each : all) {
            long ended = each instanceof Conversation.Closed closed ? closed.closedAt() : Long.MAX_VALUE;
            last = last == null ? ended : Math.max(last, ended);
        }
        return last;
    }
}

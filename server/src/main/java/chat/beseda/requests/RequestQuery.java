package chat.beseda.requests;

import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import chat.beseda.sites.SiteId;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for; empty sets, null and an empty text narrow nothing.
 *
 * @param words all of which are somewhere in it
 * @param zone in which today ends
 */
public record RequestQuery(
        Show show,
        Set<KindId> kinds,
        Set<SiteId> sites,
        @Nullable Nature nature,
        String words,
        ZoneId zone,
        Sort sort) {
    public RequestQuery {
        kinds = Set.copyOf(kinds);
        sites = Set.copyOf(sites);
    }

    /** How they stand. */
    public enum Show {
        UNCLAIMED,
        MINE,
        CLAIMED,
        OVERDUE,
        TODAY,
        SNOOZED,
        DONE,
        ALL
    }

    /** What comes first. */
    public enum Sort {
        /** What is due first; of those that are done, what was done last. */
        DUE,
        /** The newest. */
        ARRIVAL,
        /** Where the working day ends first. */
        DAY_END
    }
}

package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the archive knows it. Times are UTC epoch milliseconds, waits milliseconds.
 *
 * @param owner who had it last
 * @param page the address where it was opened; empty when nobody knows
 * @param longestOpen of the waits, as far as they were in working hours, the longest
 * @param late the answers that took longer than was asked about, in order; none where that was not asked
 */
public record Archived(
        ConversationId id,
        SiteId site,
        @Nullable DepartmentId department,
        VisitorId visitor,
        long openedAt,
        @Nullable Long closedAt,
        @Nullable OperatorId owner,
        @Nullable Long takenAt,
        @Nullable Long firstAnswer,
        int answers,
        @Nullable Long longestWait,
        @Nullable Long longestOpen,
        int messages,
        int files,
        boolean missed,
        @Nullable Integer score,
        String language,
        String page,
        String pageTitle,
        Origin origin,
        String source,
        List<Holding> holdings,
        List<Summary.Answer> late) {

    public Archived {
        holdings = List.copyOf(holdings);
        late = List.copyOf(late);
    }

    /** Where the visitor was; empty what nobody knows. */
    public record Origin(String country, String region, String city) {
        public static final Origin UNKNOWN = new Origin("", "", "");
    }

    Archived with(List<Holding> stretches, List<Summary.Answer> lateOnes) {
        return new Archived(
                id,
                site,
                department,
                visitor,
                openedAt,
                closedAt,
                owner,
                takenAt,
                firstAnswer,
                answers,
                longestWait,
                longestOpen,
                messages,
                files,
                missed,
                score,
                language,
                page,
                pageTitle,
                origin,
                source,
                stretches,
                lateOnes);
    }
}

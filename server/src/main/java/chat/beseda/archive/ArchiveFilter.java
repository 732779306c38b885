package chat.beseda.archive;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.tags.TagId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are wanted. An empty set or text asks for nothing in particular; what is asked for has to be met by all.
 *
 * @param from opened at this time or later, UTC epoch milliseconds
 * @param until opened before this time
 * @param hours opened in one of these hours of the week
 * @param sites of one of these; always said, as it is what somebody may see
 * @param operators held by one of these, for however long
 * @param scores rated with one of these
 * @param lateAfter with an answer that took longer, in milliseconds; null: late or not
 * @param traits all of these
 * @param page a part of the address or title of the page where it was opened, in whatever letter case
 * @param source the site or mark the visit came from
 */
public record ArchiveFilter(
        long from,
        long until,
        WeekHours hours,
        Set<SiteId> sites,
        Set<OperatorId> operators,
        Set<DepartmentId> departments,
        Set<TagId> tags,
        Set<Integer> scores,
        @Nullable Long lateAfter,
        Set<Trait> traits,
        String language,
        String city,
        String page,
        String source) {

    /** What conversations may be besides. */
    public enum Trait {
        /** Some operator had it. */
        TAKEN,
        /** Nobody answered before it ended. */
        MISSED,
        /** To a colleague or into the queue of a department. */
        HANDED_OVER,
        /** Somebody sent a file. */
        FILES
    }

    public ArchiveFilter {
        sites = Set.copyOf(sites);
        operators = Set.copyOf(operators);
        departments = Set.copyOf(departments);
        tags = Set.copyOf(tags);
        scores = Set.copyOf(scores);
        traits = Set.copyOf(traits);
    }

    /** Everything of these sites in a time. */
    public static ArchiveFilter of(long from, long until, Set<SiteId> sites) {
        return new ArchiveFilter(
                from,
                until,
                WeekHours.ALL,
                sites,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                "",
                "",
                "",
                "");
    }

    /** The same, of those that are so. */
    public ArchiveFilter with(Trait... wanted) {
        return new ArchiveFilter(
                from,
                until,
                hours,
                sites,
                operators,
                departments,
                tags,
                scores,
                lateAfter,
                Set.of(wanted),
                language,
                city,
                page,
                source);
    }
}

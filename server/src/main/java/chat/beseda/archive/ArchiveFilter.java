package chat.beseda.archive;

import chat.beseda.operators.OperatorId;
import chat.beseda.settings.Lateness;
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
 * @param sites of one of these; always said, as it is what somebody may see
 * @param operators held by one of these, for however long
 * @param scores rated with one of these
 * @param late with an answer that was late by this; null: late or not
 * @param missed that nobody answered before they ended
 * @param page a part of the address or title of the page where it was opened, in whatever letter case
 * @param source the site or mark the visit came from
 */
public record ArchiveFilter(
        long from,
        long until,
        Set<SiteId> sites,
        Set<OperatorId> operators,
        Set<DepartmentId> departments,
        Set<TagId> tags,
        Set<Integer> scores,
        @Nullable Lateness late,
        boolean missed,
        boolean files,
        String language,
        String city,
        String page,
        String source) {

    public ArchiveFilter {
        sites = Set.copyOf(sites);
        operators = Set.copyOf(operators);
        departments = Set.copyOf(departments);
        tags = Set.copyOf(tags);
        scores = Set.copyOf(scores);
    }

    /** Everything of these sites in a time. */
    public static ArchiveFilter of(long from, long until, Set<SiteId> sites) {
        return new ArchiveFilter(
                from, until, sites, Set.of(), Set.of(), Set.of(), Set.of(), null, false, false, "", "", "", "");
    }

    /** The same, of those that nobody answered. */
    public ArchiveFilter onlyMissed() {
        return new ArchiveFilter(
                from,
                until,
                sites,
                operators,
                departments,
                tags,
                scores,
                late,
                true,
                files,
                language,
                city,
                page,
                source);
    }
}

package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads what operators did with conversations in a time. */
final class SqlWorkingDays {
    /** A stretch that began longer ago isn't looked for in a day: 14 days, milliseconds. */
    private static final long LONGEST_HOLDING = 14L * 24 * 3_600_000;

    private SqlWorkingDays() {}

    /** The stretches of operators that touch a time, each with its conversation, in order of their beginning. */
    static Map<ConversationId, List<Holding>> holdings(
            Handle handle, Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        var found = new LinkedHashMap<ConversationId, List<Holding>>();
        if (operators.isEmpty() || sites.isEmpty()) {
            return found;
        }
        handle.createQuery("""
                        SELECT * FROM archive_holding
                        WHERE operator_id IN (<operators>) AND from_at < :until AND from_at >= :earliest
                            AND (until_at IS NULL OR until_at >= :from) AND site_id IN (<sites>)
                        ORDER BY from_at, conversation_id, nth LIMIT 5000
                        """)
                .bindList("operators", operators.stream().map(OperatorId::value).toList())
                .bindList("sites", sites.stream().map(SiteId::value).toList())
                .bind("from", from)
                .bind("until", until)
                .bind("earliest", from - LONGEST_HOLDING)
                .map((row, context) -> {
                    found.computeIfAbsent(new ConversationId(row.getLong("conversation_id")), id -> new ArrayList<>())
                            .add(SqlArchiveSearch.holding(row));
                    return true;
                })
                .list();
        return found;
    }

    /** Offers an operator let go in a time. */
    static List<Archive.LostOffer> lostOffers(
            Handle handle, Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return operators.isEmpty() || sites.isEmpty()
                ? List.of()
                : handle.createQuery("""
                        SELECT o.conversation_id, o.operator_id, o.ended_at, o.outcome FROM offer_log o
                        JOIN conversation c ON c.id = o.conversation_id
                        WHERE o.operator_id IN (<operators>) AND o.ended_at >= :from AND o.ended_at < :until
                            AND o.outcome IN ('missed', 'refused') AND c.site_id IN (<sites>)
                        ORDER BY o.ended_at LIMIT 2000
                        """)
                        .bindList(
                                "operators",
                                operators.stream().map(OperatorId::value).toList())
                        .bindList("sites", sites.stream().map(SiteId::value).toList())
                        .bind("from", from)
                        .bind("until", until)
                        .map((row, context) -> new Archive.LostOffer(
                                new ConversationId(row.getLong(1)),
                                new OperatorId(row.getLong(2)),
                                row.getLong(3),
                                row.getString(4).equals("missed")))
                        .list();
    }
}

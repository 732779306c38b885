package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.settings.Lateness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the answers that came late, by whichever of their two waits is compared. */
final class SqlLateAnswers {
    private SqlLateAnswers() {}

    /** Of each conversation the first so many. */
    static Map<ConversationId, List<Summary.Answer>> of(
            Handle handle, Collection<ConversationId> conversations, Lateness late, int most) {
        var found = new HashMap<ConversationId, List<Summary.Answer>>();
        if (!conversations.isEmpty()) {
            handle.createQuery("""
                            SELECT conversation_id, seq, operator_id, at, wait_ms, open_ms FROM archive_answer
                            WHERE conversation_id IN (<ids>) AND %s > :after ORDER BY conversation_id, seq
                            """.formatted(late.workingHours() ? "open_ms" : "wait_ms"))
                    .bindList(
                            "ids",
                            conversations.stream().map(ConversationId::value).toList())
                    .bind("after", late.after().toMillis())
                    .map((row, context) -> {
                        List<Summary.Answer> list =
                                found.computeIfAbsent(new ConversationId(row.getLong(1)), id -> new ArrayList<>());
                        if (list.size() < most) {
                            list.add(new Summary.Answer(
                                    row.getLong(2),
                                    new OperatorId(row.getLong(3)),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)));
                        }
                        return true;
                    })
                    .list();
        }
        return found;
    }
}

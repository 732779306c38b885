package chat.beseda.mentions;

import chat.beseda.events.EventBody;
import chat.beseda.events.EventText;
import chat.beseda.mentions.Mentions.Mention;
import chat.beseda.operators.OperatorId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code mention}: a row leaves it when the mentioned one has looked. */
final class SqlMentionStore {

    void say(Handle handle, EventBody.Note note, long conversation, long seq) {
        for (OperatorId operator : note.mentions()) {
            handle.createUpdate("INSERT INTO mention (operator_id, conversation_id, seq) VALUES (:operator, :id, :seq)")
                    .bind("operator", operator.value())
                    .bind("id", conversation)
                    .bind("seq", seq)
                    .execute();
        }
    }

    int forget(Handle handle, OperatorId operator, long conversation, long seq) {
        return handle.createUpdate(
                        "DELETE FROM mention WHERE operator_id = :operator AND conversation_id = :id AND seq <= :seq")
                .bind("operator", operator.value())
                .bind("id", conversation)
                .bind("seq", seq)
                .execute();
    }

    List<Mention> of(Handle handle, OperatorId operator, int limit) {
        return handle.createQuery("""
                        SELECT e.conversation_id, e.seq, e.at, e.author_id, e.body
                        FROM mention m JOIN event e
                            ON e.conversation_id = m.conversation_id AND e.stream = 1 AND e.seq = m.seq
                        WHERE m.operator_id = :operator ORDER BY e.at DESC, e.seq DESC LIMIT :limit
                        """)
                .bind("operator", operator.value())
                .bind("limit", limit)
                .map((row, context) -> new Mention(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        new OperatorId(row.getLong(4)),
                        ((EventBody.Note) EventText.read(row.getString(5))).text()))
                .list();
    }
}

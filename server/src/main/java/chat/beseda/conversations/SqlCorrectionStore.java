package chat.beseda.conversations;

import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventText;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.util.List;
import java.util.Optional;

/** What messages said before, in the table {@code message_earlier}; what they say now is in {@code event}. */
final class SqlCorrectionStore {
    private final Database database;

    SqlCorrectionStore(Database database) {
        this.database = database;
    }

    /** The event of the public stream. Its conversation is held. */
    Optional<Event> message(Transaction tx, ConversationId id, long seq) {
        return tx.handle()
                .createQuery("""
                        SELECT at, author_kind, author_id, body FROM event
                        WHERE conversation_id = :id AND stream = 0 AND seq = :seq
                        """)
                .bind("id", id.value())
                .bind("seq", seq)
                .map((row, context) -> new Event(
                        Stream.PUBLIC,
                        seq,
                        row.getLong(1),
                        SqlConversationRow.author(row.getInt(2), row.getLong(3)),
                        null,
                        EventText.read(row.getString(4))))
                .findOne();
    }

    /**
     * Puts into the log what the message says now, also where earlier changes of it were told: whoever reads them later learns
     * nothing that was taken back.
     *
     * @param told the event that says so, stored already
     */
    void replace(Transaction tx, ConversationId id, Event message, Event told) {
        var changed = (EventBody.Changed) told.body();
        tx.handle()
                .createUpdate("""
                        UPDATE event SET body = :changed
                        WHERE conversation_id = :id AND stream = 0 AND seq IN (
                            SELECT change_seq FROM message_earlier WHERE conversation_id = :id AND seq = :seq)
                        """)
                .bind("changed", EventText.of(changed))
                .bind("id", id.value())
                .bind("seq", message.seq())
                .execute();
        tx.handle()
                .createUpdate("""
                        INSERT INTO message_earlier (conversation_id, seq, change_seq, until, operator_id, body)
                        VALUES (:id, :seq, :change, :until, :operator, :body)
                        """)
                .bind("id", id.value())
                .bind("seq", message.seq())
                .bind("change", told.seq())
                .bind("until", told.at())
                .bind("operator", ((Author.OfOperator) told.author()).operator().value())
                .bind("body", EventText.of(message.body()))
                .execute();
        tx.handle()
                .createUpdate("""
                        UPDATE event SET body = :body WHERE conversation_id = :id AND stream = 0 AND seq = :seq
                        """)
                .bind("body", EventText.of(changed.to()))
                .bind("id", id.value())
                .bind("seq", message.seq())
                .execute();
    }

    List<Corrections.Earlier> of(ConversationId id, long seq) {
        return database.read(handle -> handle.createQuery("""
                        SELECT until, operator_id, body FROM message_earlier
                        WHERE conversation_id = :id AND seq = :seq ORDER BY change_seq
                        """)
                .bind("id", id.value())
                .bind("seq", seq)
                .map((row, context) ->
                        new Corrections.Earlier(row.getLong(1), new OperatorId(row.getLong(2)), (EventBody.Message)
                                EventText.read(row.getString(3))))
                .list());
    }
}

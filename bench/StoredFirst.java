import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Looks into the database, through a connection of its own, whether an event that has just been shown is committed. A miss would
 * mean that somebody saw what could still be lost.
 */
final class StoredFirst implements AutoCloseable {
    private record Question(String conversation, Watch.Shown event) {}

    private final BlockingQueue<Question> questions = new ArrayBlockingQueue<>(1_000);
    private final Thread thread;
    private volatile boolean ended;
    private volatile int asked;
    private volatile int missing;

    StoredFirst(String url) {
        thread = Thread.ofPlatform().daemon().name("stored-first").start(() -> answer(url));
    }

    /** From the loop's thread: never waits, a question too many is dropped. */
    void ask(String conversation, Watch.Shown event) {
        questions.offer(new Question(conversation, event));
    }

    private void answer(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement("""
                        SELECT e.client_id FROM event e JOIN conversation c ON c.id = e.conversation_id
                        WHERE (c.visitor_key = ? OR CAST(c.id AS TEXT) = ?) AND e.stream = 0 AND e.seq = ?""")) {
            while (!ended) {
                Question question = questions.poll(50, TimeUnit.MILLISECONDS);
                if (question != null) {
                    query.setString(1, question.conversation);
                    query.setString(2, question.conversation);
                    query.setLong(3, question.event.seq());
                    check(query, question);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot look whether shown messages are stored", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(PreparedStatement query, Question question) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            boolean there = rows.next() && question.event.cid().equals(rows.getString(1));
            asked++;
            if (!there) {
                missing++;
                System.err.println("Shown, but not stored: " + question);
            }
        }
    }

    int asked() {
        return asked;
    }

    int missing() {
        return missing;
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final String ABOVE = "SELECT size FROM box WHERE size > :size ORDER BY size";

    @TempDir
    Path folder;

    private final List<PreparedStatement> used = new ArrayList<>();
    private Handle writer;

    @BeforeEach
    void open() {
        writer = Jdbi.open("jdbc:sqlite:" + folder.resolve("boxes.db"));
        writer.setStatementBuilder(new KeptStatements(writer.getConnection()));
        writer.execute("PRAGMA journal_mode=WAL");
        writer.execute("CREATE TABLE box (size INTEGER)");
        writer.execute("INSERT INTO box (size) VALUES (1), (2), (3)");
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void theSameWordsArePreparedOnce() {
        assertThat(above(1).list()).containsExactly(2, 3);
        assertThat(above(2).list()).containsExactly(3);

        assertThat(used).hasSize(2);
        assertThat(used.get(1)).isSameAs(used.get(0));
    }

    @Test
    void wordsThatAreBeingReadAreNotTakenAway() {
        var seen = new ArrayList<Integer>();
        above(0).forEach(size -> {
            seen.add(size);
            seen.addAll(above(size).list());
        });

        assertThat(seen).containsExactly(1, 2, 3, 2, 3, 3);
    }

    @Test
    void aHalfReadAnswerHoldsNothingBack() {
        writer.useTransaction(handle -> assertThat(above(0).findFirst()).contains(1));
        writer.execute("INSERT INTO box (size) VALUES (4)");

        try (Handle other = Jdbi.open("jdbc:sqlite:" + folder.resolve("boxes.db"))) {
            int busy = other.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .mapTo(int.class)
                    .one();
            assertThat(busy).as("readers that keep the log from being emptied").isZero();
        }
    }

    @Test
    void itKeepsNoMoreThanItsMost() {
        for (int number = 0; number < KeptStatements.MOST + 10; number++) {
            watched(writer.createQuery("SELECT " + number)).mapTo(int.class).one();
        }

        assertThat(used.stream().filter(KeptStatementsTest::isOpen)).hasSizeLessThanOrEqualTo(KeptStatements.MOST);
    }

    private ResultIterable<Integer> above(int size) {
        return watched(writer.createQuery(ABOVE).bind("size", size)).mapTo(Integer.class);
    }

    private Query watched(Query query) {
        return query.addCustomizer(new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                used.add(statement);
            }
        });
    }

    private static boolean isOpen(PreparedStatement statement) {
        try {
            return !statement.isClosed();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersStatementsTest {
    @TempDir
    Path folder;

    @Test
    void theNextBorrowerFindsWhatTheLastOnePrepared() {
        var used = new ArrayList<PreparedStatement>();
        try (HikariDataSource pool = onePooled()) {
            Jdbi jdbi = Jdbi.create(pool).setStatementBuilderFactory(new ReadersStatements());
            assertThat(numberOne(jdbi, used)).isEqualTo(1);
            assertThat(numberOne(jdbi, used)).isEqualTo(1);
        }
        assertThat(used).hasSize(2);
        assertThat(used.get(1)).isSameAs(used.get(0));
    }

    @Test
    void aReaderThatStoppedHalfwaySeesTheNextCommit() {
        try (TestDatabase opened = TestEngine.SQLITE.open()) {
            Database database = opened.database();
            for (int at = 0; at < 20; at++) {
                String name = "name" + at;
                database.write(tx -> tx.handle()
                        .createUpdate("INSERT INTO meta (name, value) VALUES (?, 'x')")
                        .bind(0, name)
                        .execute());
                assertThat(database.<String>read(handle -> handle.createQuery(
                                        "SELECT name FROM meta WHERE value = 'x' ORDER BY rowid DESC")
                                .mapTo(String.class)
                                .findFirst()
                                .orElse("none")))
                        .isEqualTo(name);
            }
        }
    }

    private HikariDataSource onePooled() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("boxes.db"));
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static int numberOne(Jdbi jdbi, List<PreparedStatement> used) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1")
                .addCustomizer(new StatementCustomizer() {
                    @Override
                    public void beforeExecution(PreparedStatement statement, StatementContext context) {
                        used.add(statement);
                    }
                })
                .mapTo(Integer.class)
                .one());
    }
}

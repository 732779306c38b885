package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write and who they are is bound to statements; an error of one goes into the log with its cause. */
class WordsStayOutOfErrorsTest {
    private static final String SECRET = "anna@private.example";

    @ParameterizedTest
    @EnumSource
    void neitherAWriteThatFailsNorAReadQuotesThem(TestEngine engine) {
        try (TestDatabase opened = engine.open()) {
            Database database = opened.database();
            database.write(WordsStayOutOfErrorsTest::put);

            assertThat(traceOf(database, each -> each.write(WordsStayOutOfErrorsTest::put)))
                    .doesNotContain(SECRET);
            assertThat(traceOf(
                            database,
                            each -> each.read(
                                    handle -> handle.createQuery("SELECT nothing FROM meta WHERE name = :name")
                                            .bind("name", SECRET)
                                            .mapTo(String.class)
                                            .list())))
                    .doesNotContain(SECRET);
        }
    }

    private static String traceOf(Database database, Consumer<Database> work) {
        try {
            work.accept(database);
        } catch (RuntimeException failure) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        throw new AssertionError("it should have failed");
    }

    private static int put(Transaction transaction) {
        return transaction
                .handle()
                .createUpdate("INSERT INTO meta (name, value) VALUES (:name, :name)")
                .bind("name", SECRET)
                .execute();
    }
}

package chat.beseda.demo;

import chat.beseda.answers.ReadyAnswer;
import chat.beseda.storage.Database;
import java.util.List;
import java.util.function.Function;

/** How often the demo's ready answers were used, in the table {@code ready_answer}. */
final class SqlAnswerCounts {
    private final Database database;

    SqlAnswerCounts(Database database) {
        this.database = database;
    }

    /** @param last UTC epoch milliseconds */
    record Count(long times, long last) {}

    /** An answer used no times was never used. */
    void put(List<ReadyAnswer> answers, Function<ReadyAnswer, Count> count) {
        database.write(transaction -> {
            for (ReadyAnswer answer : answers) {
                Count counted = count.apply(answer);
                transaction
                        .handle()
                        .createUpdate("UPDATE ready_answer SET used = :times, used_at = :last WHERE id = :id")
                        .bind("times", counted.times())
                        .bind("last", counted.times() == 0 ? null : counted.last())
                        .bind("id", answer.id().value())
                        .execute();
            }
            return answers.size();
        });
    }
}

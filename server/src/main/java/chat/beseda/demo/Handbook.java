package chat.beseda.demo;

import chat.beseda.answers.ReadyAnswer;
import chat.beseda.answers.ReadyAnswers;
import chat.beseda.answers.Shelf;
import chat.beseda.audit.Actor;
import chat.beseda.dialogues.TextFile;
import chat.beseda.operators.Operator;
import chat.beseda.people.People;
import chat.beseda.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Gives the demo's people ready answers, common and own ones, that look used. */
final class Handbook {
    /** Few are used all the time, most of them now and then. */
    private static final int MOST_USED = 420;

    private static final Duration A_FORTNIGHT = Duration.ofDays(14);

    private final ReadyAnswers answers;
    private final People people;
    private final SqlAnswerCounts counts;
    private final RandomGenerator chance;

    Handbook(ReadyAnswers answers, People people, Database database, long seed) {
        this.answers = answers;
        this.people = people;
        this.counts = new SqlAnswerCounts(database);
        this.chance = new SplittableRandom(seed);
    }

    /** @param now until when they were used */
    void write(Instant now) {
        write(Shelf.common(), "answers.csv", now);
        for (Operator operator : people.operators().all()) {
            if (operator.email().equals(Cast.BOSS.login() + Company.AT)) {
                write(Shelf.of(operator.id()), "answers-of-admin.csv", now);
            } else if (operator.email().equals("grace" + Company.AT)) {
                write(Shelf.of(operator.id()), "answers-of-grace.csv", now);
            }
        }
    }

    private void write(Shelf shelf, String file, Instant now) {
        answers.bringIn(Actor.program(), shelf, new TextFile(file).bytes());
        List<ReadyAnswer> written = answers.of(shelf);
        counts.put(written, answer -> used(now));
    }

    private SqlAnswerCounts.Count used(Instant now) {
        long times = Math.round(MOST_USED * Math.pow(chance.nextDouble(), 4));
        Instant last = now.minusMillis(chance.nextLong(A_FORTNIGHT.toMillis()));
        return new SqlAnswerCounts.Count(times, last.toEpochMilli());
    }
}

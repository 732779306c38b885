import chat.beseda.operators.OperatorId;
import chat.beseda.routing.Question;
import java.util.Set;

/** Questions as they became others. */
final class Rewritten {
    private Rewritten() {}

    static OperatorId holder(Question question) {
        return switch (question.stage()) {
            case Question.Queued() -> null;
            case Question.Offered(OperatorId to, long _) -> to;
            case Question.Active(OperatorId owner) -> owner;
        };
    }

    static Question answeredAt(Question question, long at) {
        return copy(question, question.version(), question.stage(), question.passed(), question.ahead(), at, true);
    }

    static Question asked(Question question) {
        return copy(
                question,
                question.version(),
                question.stage(),
                question.passed(),
                question.ahead(),
                question.lastWordAt(),
                false);
    }

    static Question like(
            Question question, int version, Question.Stage stage, Set<OperatorId> passed, boolean ahead, long wordAt) {
        return copy(question, version, stage, passed, ahead, wordAt, question.answered());
    }

    static Question copy(
            Question question,
            int version,
            Question.Stage stage,
            Set<OperatorId> passed,
            boolean ahead,
            long wordAt,
            boolean answered) {
        return new Question(
                question.id(),
                version,
                question.site(),
                question.department(),
                question.wants(),
                question.rules(),
                ahead,
                question.since(),
                question.inDepartmentSince(),
                wordAt,
                answered,
                stage,
                passed,
                question.regular());
    }
}

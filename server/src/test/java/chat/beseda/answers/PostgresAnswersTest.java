package chat.beseda.answers;

import chat.beseda.testing.TestEngine;

class PostgresAnswersTest extends AnswersContract {
    PostgresAnswersTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.answers;

import chat.beseda.testing.TestEngine;

class SqliteAnswersTest extends AnswersContract {
    SqliteAnswersTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.unseen;

import chat.beseda.testing.TestEngine;

class SqliteUnseenAnswersTest extends UnseenAnswersContract {
    SqliteUnseenAnswersTest() {
        super(TestEngine.SQLITE);
    }
}

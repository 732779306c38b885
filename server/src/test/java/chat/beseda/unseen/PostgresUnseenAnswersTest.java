package chat.beseda.unseen;

import chat.beseda.testing.TestEngine;

class PostgresUnseenAnswersTest extends UnseenAnswersContract {
    PostgresUnseenAnswersTest() {
        super(TestEngine.POSTGRES);
    }
}

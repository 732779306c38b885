package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class SqliteSessionsTest extends SessionsContract {
    SqliteSessionsTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class PostgresSessionsTest extends SessionsContract {
    PostgresSessionsTest() {
        super(TestEngine.POSTGRES);
    }
}

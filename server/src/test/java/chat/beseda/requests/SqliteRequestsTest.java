package chat.beseda.requests;

import chat.beseda.testing.TestEngine;

class SqliteRequestsTest extends RequestsContract {
    SqliteRequestsTest() {
        super(TestEngine.SQLITE);
    }
}

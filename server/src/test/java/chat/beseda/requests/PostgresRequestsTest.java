package chat.beseda.requests;

import chat.beseda.testing.TestEngine;

class PostgresRequestsTest extends RequestsContract {
    PostgresRequestsTest() {
        super(TestEngine.POSTGRES);
    }
}

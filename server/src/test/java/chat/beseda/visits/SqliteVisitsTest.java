package chat.beseda.visits;

import chat.beseda.testing.TestEngine;

class SqliteVisitsTest extends VisitsContract {
    SqliteVisitsTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.visits;

import chat.beseda.testing.TestEngine;

class PostgresVisitsTest extends VisitsContract {
    PostgresVisitsTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.visitors;

import chat.beseda.testing.TestEngine;

class PostgresVisitorsTest extends VisitorsContract {
    PostgresVisitorsTest() {
        super(TestEngine.POSTGRES);
    }
}

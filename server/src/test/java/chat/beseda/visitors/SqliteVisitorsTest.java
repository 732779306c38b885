package chat.beseda.visitors;

import chat.beseda.testing.TestEngine;

class SqliteVisitorsTest extends VisitorsContract {
    SqliteVisitorsTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.reports;

import chat.beseda.testing.TestEngine;

class SqliteReportsTest extends ReportsContract {
    SqliteReportsTest() {
        super(TestEngine.SQLITE);
    }
}

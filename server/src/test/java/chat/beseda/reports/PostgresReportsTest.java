package chat.beseda.reports;

import chat.beseda.testing.TestEngine;

class PostgresReportsTest extends ReportsContract {
    PostgresReportsTest() {
        super(TestEngine.POSTGRES);
    }
}

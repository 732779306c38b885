package chat.beseda.schedules;

import chat.beseda.testing.TestEngine;

class SqliteSchedulesTest extends SchedulesContract {
    SqliteSchedulesTest() {
        super(TestEngine.SQLITE);
    }
}

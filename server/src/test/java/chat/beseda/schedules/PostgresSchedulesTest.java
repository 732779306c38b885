package chat.beseda.schedules;

import chat.beseda.testing.TestEngine;

class PostgresSchedulesTest extends SchedulesContract {
    PostgresSchedulesTest() {
        super(TestEngine.POSTGRES);
    }
}

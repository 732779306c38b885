package chat.beseda.worktime;

import chat.beseda.testing.TestEngine;

class PostgresWorktimeTest extends WorktimeContract {
    PostgresWorktimeTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.worktime;

import chat.beseda.testing.TestEngine;

class SqliteWorktimeTest extends WorktimeContract {
    SqliteWorktimeTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteListsTest extends ListsContract {
    SqliteListsTest() {
        super(TestEngine.SQLITE);
    }
}

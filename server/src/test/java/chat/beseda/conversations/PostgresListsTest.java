package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresListsTest extends ListsContract {
    PostgresListsTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteOwnershipTest extends OwnershipContract {
    SqliteOwnershipTest() {
        super(TestEngine.SQLITE);
    }
}

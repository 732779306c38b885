package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresOwnershipTest extends OwnershipContract {
    PostgresOwnershipTest() {
        super(TestEngine.POSTGRES);
    }
}

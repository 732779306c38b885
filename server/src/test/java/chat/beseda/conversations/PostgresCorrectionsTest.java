package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresCorrectionsTest extends CorrectionsContract {
    PostgresCorrectionsTest() {
        super(TestEngine.POSTGRES);
    }
}

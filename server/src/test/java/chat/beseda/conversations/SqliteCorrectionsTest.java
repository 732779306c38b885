package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteCorrectionsTest extends CorrectionsContract {
    SqliteCorrectionsTest() {
        super(TestEngine.SQLITE);
    }
}

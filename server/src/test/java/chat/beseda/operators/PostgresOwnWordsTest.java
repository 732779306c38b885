package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class PostgresOwnWordsTest extends OwnWordsContract {
    PostgresOwnWordsTest() {
        super(TestEngine.POSTGRES);
    }
}

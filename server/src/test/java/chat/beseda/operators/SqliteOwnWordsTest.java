package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class SqliteOwnWordsTest extends OwnWordsContract {
    SqliteOwnWordsTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class SqliteSecondFactorsTest extends SecondFactorsContract {
    SqliteSecondFactorsTest() {
        super(TestEngine.SQLITE);
    }
}

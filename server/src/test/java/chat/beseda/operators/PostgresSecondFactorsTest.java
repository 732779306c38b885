package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class PostgresSecondFactorsTest extends SecondFactorsContract {
    PostgresSecondFactorsTest() {
        super(TestEngine.POSTGRES);
    }
}

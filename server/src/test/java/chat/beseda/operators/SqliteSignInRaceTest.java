package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class SqliteSignInRaceTest extends SignInRaceContract {
    SqliteSignInRaceTest() {
        super(TestEngine.SQLITE);
    }
}

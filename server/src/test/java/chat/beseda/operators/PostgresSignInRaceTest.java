package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class PostgresSignInRaceTest extends SignInRaceContract {
    PostgresSignInRaceTest() {
        super(TestEngine.POSTGRES);
    }
}

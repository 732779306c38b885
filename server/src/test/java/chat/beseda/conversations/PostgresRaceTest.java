package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresRaceTest extends RaceContract {
    PostgresRaceTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteRaceTest extends RaceContract {
    SqliteRaceTest() {
        super(TestEngine.SQLITE);
    }
}

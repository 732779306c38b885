package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class SqliteProfilesTest extends ProfilesContract {
    SqliteProfilesTest() {
        super(TestEngine.SQLITE);
    }
}

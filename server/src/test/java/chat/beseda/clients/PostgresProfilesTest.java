package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class PostgresProfilesTest extends ProfilesContract {
    PostgresProfilesTest() {
        super(TestEngine.POSTGRES);
    }
}

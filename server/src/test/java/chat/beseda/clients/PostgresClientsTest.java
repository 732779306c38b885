package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class PostgresClientsTest extends ClientsContract {
    PostgresClientsTest() {
        super(TestEngine.POSTGRES);
    }
}

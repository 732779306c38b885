package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class SqliteClientsTest extends ClientsContract {
    SqliteClientsTest() {
        super(TestEngine.SQLITE);
    }
}

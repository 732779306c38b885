package chat.beseda.mail;

import chat.beseda.testing.TestEngine;

class SqliteMailTest extends MailContract {
    SqliteMailTest() {
        super(TestEngine.SQLITE);
    }
}

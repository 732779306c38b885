package chat.beseda.mail;

import chat.beseda.testing.TestEngine;

class PostgresMailTest extends MailContract {
    PostgresMailTest() {
        super(TestEngine.POSTGRES);
    }
}

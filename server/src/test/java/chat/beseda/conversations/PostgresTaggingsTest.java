package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresTaggingsTest extends TaggingsContract {
    PostgresTaggingsTest() {
        super(TestEngine.POSTGRES);
    }
}

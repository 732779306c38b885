package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteTaggingsTest extends TaggingsContract {
    SqliteTaggingsTest() {
        super(TestEngine.SQLITE);
    }
}

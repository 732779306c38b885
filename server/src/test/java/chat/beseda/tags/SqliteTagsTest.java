package chat.beseda.tags;

import chat.beseda.testing.TestEngine;

class SqliteTagsTest extends TagsContract {
    SqliteTagsTest() {
        super(TestEngine.SQLITE);
    }
}

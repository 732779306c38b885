package chat.beseda.tags;

import chat.beseda.testing.TestEngine;

class PostgresTagsTest extends TagsContract {
    PostgresTagsTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.files;

import chat.beseda.testing.TestEngine;

class SqliteAttachmentsTest extends AttachmentsContract {
    SqliteAttachmentsTest() {
        super(TestEngine.SQLITE);
    }
}

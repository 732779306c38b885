package chat.beseda.files;

import chat.beseda.testing.TestEngine;

class PostgresAttachmentsTest extends AttachmentsContract {
    PostgresAttachmentsTest() {
        super(TestEngine.POSTGRES);
    }
}

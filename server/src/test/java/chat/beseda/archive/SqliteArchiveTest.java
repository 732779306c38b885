package chat.beseda.archive;

import chat.beseda.testing.TestEngine;

class SqliteArchiveTest extends ArchiveContract {
    SqliteArchiveTest() {
        super(TestEngine.SQLITE);
    }
}

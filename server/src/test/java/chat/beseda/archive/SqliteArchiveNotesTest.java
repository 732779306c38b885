package chat.beseda.archive;

import chat.beseda.testing.TestEngine;

class SqliteArchiveNotesTest extends ArchiveNotesContract {
    SqliteArchiveNotesTest() {
        super(TestEngine.SQLITE);
    }
}

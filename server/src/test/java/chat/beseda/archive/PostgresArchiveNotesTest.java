package chat.beseda.archive;

import chat.beseda.testing.TestEngine;

class PostgresArchiveNotesTest extends ArchiveNotesContract {
    PostgresArchiveNotesTest() {
        super(TestEngine.POSTGRES);
    }
}

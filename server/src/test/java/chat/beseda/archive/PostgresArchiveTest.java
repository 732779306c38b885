package chat.beseda.archive;

import chat.beseda.testing.TestEngine;

class PostgresArchiveTest extends ArchiveContract {
    PostgresArchiveTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqlitePostingTest extends PostingContract {
    SqlitePostingTest() {
        super(TestEngine.SQLITE);
    }
}

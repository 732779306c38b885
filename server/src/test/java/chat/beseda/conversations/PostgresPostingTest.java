package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresPostingTest extends PostingContract {
    PostgresPostingTest() {
        super(TestEngine.POSTGRES);
    }
}

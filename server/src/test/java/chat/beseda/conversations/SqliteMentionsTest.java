package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class SqliteMentionsTest extends MentionsContract {
    SqliteMentionsTest() {
        super(TestEngine.SQLITE);
    }
}

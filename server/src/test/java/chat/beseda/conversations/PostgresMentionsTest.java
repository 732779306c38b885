package chat.beseda.conversations;

import chat.beseda.testing.TestEngine;

class PostgresMentionsTest extends MentionsContract {
    PostgresMentionsTest() {
        super(TestEngine.POSTGRES);
    }
}

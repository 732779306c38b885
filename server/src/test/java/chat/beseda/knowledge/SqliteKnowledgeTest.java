package chat.beseda.knowledge;

import chat.beseda.testing.TestEngine;

class SqliteKnowledgeTest extends KnowledgeContract {
    SqliteKnowledgeTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.knowledge;

import chat.beseda.testing.TestEngine;

class PostgresKnowledgeTest extends KnowledgeContract {
    PostgresKnowledgeTest() {
        super(TestEngine.POSTGRES);
    }
}

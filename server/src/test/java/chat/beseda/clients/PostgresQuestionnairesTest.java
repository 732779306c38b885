package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class PostgresQuestionnairesTest extends QuestionnairesContract {
    PostgresQuestionnairesTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.clients;

import chat.beseda.testing.TestEngine;

class SqliteQuestionnairesTest extends QuestionnairesContract {
    SqliteQuestionnairesTest() {
        super(TestEngine.SQLITE);
    }
}

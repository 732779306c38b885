package chat.beseda.answers;

import chat.beseda.testing.TestEngine;

class SqliteAnswerFilesTest extends AnswerFilesContract {
    SqliteAnswerFilesTest() {
        super(TestEngine.SQLITE);
    }
}

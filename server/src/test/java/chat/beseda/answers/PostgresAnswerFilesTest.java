package chat.beseda.answers;

import chat.beseda.testing.TestEngine;

class PostgresAnswerFilesTest extends AnswerFilesContract {
    PostgresAnswerFilesTest() {
        super(TestEngine.POSTGRES);
    }
}

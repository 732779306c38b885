package chat.beseda.transcripts;

import chat.beseda.testing.TestEngine;

class SqliteTranscriptsTest extends TranscriptsContract {
    SqliteTranscriptsTest() {
        super(TestEngine.SQLITE);
    }
}

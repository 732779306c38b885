package chat.beseda.transcripts;

import chat.beseda.testing.TestEngine;

class PostgresTranscriptsTest extends TranscriptsContract {
    PostgresTranscriptsTest() {
        super(TestEngine.POSTGRES);
    }
}

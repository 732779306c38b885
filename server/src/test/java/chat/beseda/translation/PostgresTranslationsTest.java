package chat.beseda.translation;

import chat.beseda.testing.TestEngine;

class PostgresTranslationsTest extends TranslationsContract {
    PostgresTranslationsTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.translation;

import chat.beseda.testing.TestEngine;

class SqliteTranslationsTest extends TranslationsContract {
    SqliteTranslationsTest() {
        super(TestEngine.SQLITE);
    }
}

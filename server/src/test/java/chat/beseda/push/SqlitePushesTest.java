package chat.beseda.push;

import chat.beseda.testing.TestEngine;

class SqlitePushesTest extends PushesContract {
    SqlitePushesTest() {
        super(TestEngine.SQLITE);
    }
}

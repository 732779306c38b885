package chat.beseda.push;

import chat.beseda.testing.TestEngine;

class PostgresPushesTest extends PushesContract {
    PostgresPushesTest() {
        super(TestEngine.POSTGRES);
    }
}

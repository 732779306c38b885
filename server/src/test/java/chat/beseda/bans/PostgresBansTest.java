package chat.beseda.bans;

import chat.beseda.testing.TestEngine;

class PostgresBansTest extends BansContract {
    PostgresBansTest() {
        super(TestEngine.POSTGRES);
    }
}

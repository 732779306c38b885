package chat.beseda.bans;

import chat.beseda.testing.TestEngine;

class SqliteBansTest extends BansContract {
    SqliteBansTest() {
        super(TestEngine.SQLITE);
    }
}

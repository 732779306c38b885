package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class SqlitePeopleTest extends PeopleContract {
    SqlitePeopleTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.operators;

import chat.beseda.testing.TestEngine;

class PostgresPeopleTest extends PeopleContract {
    PostgresPeopleTest() {
        super(TestEngine.POSTGRES);
    }
}

package chat.beseda.hours;

import chat.beseda.testing.TestEngine;

class PostgresTimetablesTest extends TimetablesContract {
    PostgresTimetablesTest() {
        super(TestEngine.POSTGRES);
    }
}

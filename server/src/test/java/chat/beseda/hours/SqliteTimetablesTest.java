package chat.beseda.hours;

import chat.beseda.testing.TestEngine;

class SqliteTimetablesTest extends TimetablesContract {
    SqliteTimetablesTest() {
        super(TestEngine.SQLITE);
    }
}

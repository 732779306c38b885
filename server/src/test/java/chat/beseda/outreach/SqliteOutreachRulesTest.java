package chat.beseda.outreach;

import chat.beseda.testing.TestEngine;

class SqliteOutreachRulesTest extends OutreachRulesContract {
    SqliteOutreachRulesTest() {
        super(TestEngine.SQLITE);
    }
}

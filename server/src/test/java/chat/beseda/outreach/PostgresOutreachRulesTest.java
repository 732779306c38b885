package chat.beseda.outreach;

import chat.beseda.testing.TestEngine;

class PostgresOutreachRulesTest extends OutreachRulesContract {
    PostgresOutreachRulesTest() {
        super(TestEngine.POSTGRES);
    }
}

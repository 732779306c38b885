package chat.beseda.sites;

import chat.beseda.testing.TestEngine;

class SqliteSitesTest extends SitesContract {
    SqliteSitesTest() {
        super(TestEngine.SQLITE);
    }
}

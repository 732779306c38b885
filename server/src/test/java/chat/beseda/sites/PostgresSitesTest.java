package chat.beseda.sites;

import chat.beseda.testing.TestEngine;

class PostgresSitesTest extends SitesContract {
    PostgresSitesTest() {
        super(TestEngine.POSTGRES);
    }
}

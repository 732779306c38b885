package chat.beseda.ratings;

import chat.beseda.testing.TestEngine;

class SqliteRatingsTest extends RatingsContract {
    SqliteRatingsTest() {
        super(TestEngine.SQLITE);
    }
}

package chat.beseda.ratings;

import chat.beseda.testing.TestEngine;

class PostgresRatingsTest extends RatingsContract {
    PostgresRatingsTest() {
        super(TestEngine.POSTGRES);
    }
}

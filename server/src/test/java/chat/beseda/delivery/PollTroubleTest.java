package chat.beseda.delivery;

import chat.beseda.testing.PollTestLine;
import chat.beseda.testing.TestLine;

class PollTroubleTest extends TroubleContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return PollTestLine.open(http, server, origin, "/line/" + side + "?" + query);
    }
}

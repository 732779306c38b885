package chat.beseda.delivery;

import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;

class SocketTroubleTest extends TroubleContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }
}

package chat.beseda.delivery;

import chat.beseda.testing.PollTestLine;
import chat.beseda.testing.TestLine;

/** Over POST and long poll, where every third answer is lost on the way. */
class PollTalkTest extends TalkContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return PollTestLine.open(http, server, origin, "/line/" + side + "?" + query);
    }
}

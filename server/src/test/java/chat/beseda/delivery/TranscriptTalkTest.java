package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.transcripts.TranscriptWish;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A visitor wants a conversation by e-mail, over lines. */
class TranscriptTalkTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void theWishWaitsWithTheLanguageOfTheWindowAlsoOnceTheConversationIsOver() {
        TestLine visitor = panel(null);
        String conversation = asked(visitor, "Есть лейки?");
        want(visitor, "r1", conversation, "vera@example.org", "uk");
        visitor.see("done", frame -> frame.get("rid").stringValue().equals("r1"));
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", conversation));
        visitor.see("done", frame -> frame.get("rid").stringValue().equals("e"));
        want(visitor, "r2", conversation, "oleg@example.org", "<b>");
        visitor.see("done", frame -> frame.get("rid").stringValue().equals("r2"));
        assertThat(server.transcripts.waiting(10))
                .extracting(TranscriptWish::email)
                .containsExactlyInAnyOrder("vera@example.org", "oleg@example.org");
        assertThat(server.transcripts.waiting(10))
                .extracting(TranscriptWish::language)
                .containsExactlyInAnyOrder("uk", "ru");
    }

    @Test
    void whatIsWrongIsToldByItsCode() {
        TestLine visitor = panel(null);
        String conversation = asked(visitor, "Есть лейки?");
        want(visitor, "r1", conversation, "не адрес", "ru");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("address_invalid");
        for (int made = 0; made < 3; made++) {
            String rid = "k" + made;
            want(visitor, rid, conversation, "box" + made + "@example.org", "ru");
            visitor.see("done", frame -> frame.get("rid").stringValue().equals(rid));
        }
        want(visitor, "r2", conversation, "other@example.org", "ru");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("transcripts_too_many");

        TestLine stranger = panel(null);
        want(stranger, "r3", conversation, "stranger@example.org", "ru");
        assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        assertThat(server.transcripts.waiting(10)).hasSize(3);
    }

    private static void want(TestLine line, String rid, String conversation, String email, String language) {
        line.send(Map.of(
                "t", "transcript", "rid", rid, "conversation", conversation, "email", email, "language", language));
    }
}

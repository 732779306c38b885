package chat.beseda.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.mail.Letter;
import chat.beseda.mail.MailAccount;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.Outgoing;
import chat.beseda.mailbox.LetterIn;
import chat.beseda.mailbox.LetterState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a bounce in a mailbox to the line in its conversation. */
class BouncesByMailTest extends MailboxTrial {
    private List<EventBody.Returned> returned() {
        return conversations.events(conversation.id(), Stream.INTERNAL, 0, 1000).stream()
                .map(Event::body)
                .filter(EventBody.Returned.class::isInstance)
                .map(EventBody.Returned.class::cast)
                .toList();
    }

    /** As a server wrote it, about a letter of ours. */
    private static String bounce(String name, String letter) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                BouncesByMailTest.class.getResourceAsStream("/incoming/bounce-" + name + ".eml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r", "")
                    .replace("<t.abc@example.org>", letter);
        }
    }

    private String sentTo(String to) {
        var account = new MailAccount("127.0.0.1", 25, Security.NONE, "", "", "shop@example.org", "Shop");
        mail.change(Actor.program(), account, null);
        Outgoing letter = mail.made(new Letter("answer", to, "Answer", "", "Answer", List.of())
                .answerable(conversation.id().value()));
        return letter.messageId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "exim", "gmail", "outlook", "yandex", "mailru"})
    void aLetterThatCameBackIsToldOfInItsConversationOnce(String name) throws Exception {
        String letter = sentTo(VERA);
        deliver(bounce(name, letter));
        deliver(bounce(name, letter).replace("<bounce-" + name, "<again-" + name));
        answer("last", "Конец");

        assertThat(next()).isEqualTo("Конец");
        assertThat(returned()).singleElement().satisfies(event -> {
            assertThat(event.to()).isEqualTo(VERA);
            assertThat(event.reason()).isNotBlank().doesNotStartWith("smtp");
        });
        assertThat(mailbox.aside()).extracting(LetterIn::state).containsOnly(LetterState.BOUNCED);
    }

    @Test
    void whatMayArriveYetAndWhatIsForgedChangesNothing() throws Exception {
        String letter = sentTo(VERA);
        String others = sentTo("oleg@example.net");
        deliver(bounce("delayed", letter));
        deliver(bounce("later", letter));
        deliver(bounce("gmail", others));
        String forged = mark.substring(0, mark.length() - 1) + (mark.endsWith("a") ? "b" : "a");
        deliver(bounce("yandex", letter.replace(mark, forged)));
        deliver(bounce("outlook", "<none@example.org>"));
        answer("last", "Конец");

        assertThat(next()).isEqualTo("Конец");
        assertThat(returned()).isEmpty();
    }
}

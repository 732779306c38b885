package chat.beseda.unseen;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Event;
import java.util.List;
import java.util.Optional;

/**
 * Answers of one conversation that are to go to its visitor in one letter.
 *
 * @param to address of e-mail
 * @param question what the visitor said last before them
 * @param answers messages of operators, the oldest first; never none
 * @param token 22 random characters, the letter's name in its own links
 */
public record UnseenLetter(
        Conversation conversation, String to, Optional<Event> question, List<Event> answers, String token) {
    public UnseenLetter {
        answers = List.copyOf(answers);
    }

    long first() {
        return answers.getFirst().seq();
    }

    long last() {
        return answers.getLast().seq();
    }
}

package chat.beseda.mail;

import java.util.List;

/**
 * A letter to one person. What is said in it may be hostile; a line ends where it would begin a header of its own.
 *
 * @param about a word for what it is about, for whoever looks after the queue: {@code transcript}
 * @param to an address that was looked at
 * @param text the same as the HTML, for programs without
 */
public record Letter(String about, String to, String subject, String html, String text, List<Enclosure> enclosures) {

    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        enclosures = List.copyOf(enclosures);
    }
}

package chat.beseda.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one person. What is said in it may be hostile; a line ends where it would begin a header of its own.
 *
 * @param about a word for what it is about, for whoever looks after the queue: {@code transcript}
 * @param to an address that was looked at
 * @param text the same as the HTML, for programs without
 * @param matter what an answer to it goes on with, by its id; null when nobody waits for one
 * @param stop page that ends letters like this one (RFC 8058); null when there is none
 */
public record Letter(
        String about,
        String to,
        String subject,
        String html,
        String text,
        List<Enclosure> enclosures,
        @Nullable Long matter,
        @Nullable String stop) {

    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        enclosures = List.copyOf(enclosures);
    }

    /** One that nobody is expected to answer. */
    public Letter(String about, String to, String subject, String html, String text, List<Enclosure> enclosures) {
        this(about, to, subject, html, text, enclosures, null, null);
    }

    /** The same, whose answer goes on with a matter. */
    public Letter answerable(long id) {
        return new Letter(about, to, subject, html, text, enclosures, id, stop);
    }

    /** The same, one of many that can be stopped. */
    public Letter stoppable(@Nullable String page) {
        return new Letter(about, to, subject, html, text, enclosures, matter, page);
    }
}

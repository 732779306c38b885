package chat.beseda.incoming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A letter as it was read. Everything in it is somebody's words: nothing proves that the sender is who the letter says.
 *
 * @param messageId with its brackets
 * @param inReplyTo and {@code references}: ids with their brackets, the newest last
 * @param date when it was written, as the sender's clock says
 * @param text all of its words, without formatting
 * @param answer what is new in them: without what is quoted and without signatures; perhaps empty
 * @param cut something was left out, because there was too much of it
 */
public record Received(
        Optional<Address> from,
        List<Address> to,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        Optional<Instant> date,
        String subject,
        String text,
        String answer,
        List<FoundFile> files,
        Nature nature,
        Optional<Bounce> bounce,
        boolean cut) {

    public Received {
        to = List.copyOf(to);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }

    /** Ids of what it may answer, the likeliest first. */
    public List<String> answered() {
        var ids = new ArrayList<>(inReplyTo.reversed());
        references.reversed().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        return ids;
    }
}

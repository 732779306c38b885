package chat.beseda.requests;

import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client left; never changed.
 *
 * @param slot when he wants to be called, UTC epoch milliseconds; null: as soon as possible, or a letter
 * @param minutes the length of the slot
 * @param zone where he is; empty where unknown
 * @param page it came from; empty where unknown
 */
public record Left(
        KindId kind,
        Nature nature,
        ClientKeys keys,
        String cid,
        String name,
        String text,
        List<Answer> answers,
        List<Consent> consents,
        @Nullable Long slot,
        int minutes,
        String zone,
        String language,
        String page,
        long arrivedAt) {
    public Left {
        answers = List.copyOf(answers);
        consents = List.copyOf(consents);
    }

    /** A field of the form's own as it stood there then. */
    public record Answer(String label, String value) {}

    /**
     * The proof that he agreed to something.
     *
     * @param version tells texts apart
     * @param address he agreed from
     */
    public record Consent(String text, String version, long at, String address) {}
}

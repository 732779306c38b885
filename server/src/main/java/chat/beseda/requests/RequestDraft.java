package chat.beseda.requests;

import chat.beseda.requestkinds.KindId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in; all of it hostile.
 *
 * @param cid made by the sender, so that the same form sent twice is one request: 8 to 64 of {@code [A-Za-z0-9_-]}
 * @param stamp from {@link FormStamps}, as it came with the form
 * @param trap what stands in a field that people don't see
 * @param slot the beginning of a time that was offered; null: as soon as possible, or a letter
 * @param zone as the browser names it
 * @param answers by the id of the field
 */
public record RequestDraft(
        String cid,
        KindId kind,
        String stamp,
        String trap,
        String name,
        String phone,
        String email,
        String text,
        @Nullable Long slot,
        String zone,
        String language,
        String page,
        Map<String, String> answers) {
    private static final int NAME_BYTES = 16;

    public RequestDraft {
        answers = Map.copyOf(answers);
    }

    /** The same for the same words only: what was corrected and sent once more is another request. */
    String named() {
        var said = new StringBuilder();
        Stream.of(cid, kind.toString(), name, phone, email, text, String.valueOf(slot))
                .forEach(part -> said.append(part.length()).append(':').append(part));
        new TreeMap<>(answers)
                .forEach((field, answer) -> said.append(field)
                        .append('=')
                        .append(answer.length())
                        .append(':')
                        .append(answer));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

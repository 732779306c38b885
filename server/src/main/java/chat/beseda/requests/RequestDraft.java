package chat.beseda.requests;

import chat.beseda.requestkinds.KindId;
import java.util.Map;
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
    public RequestDraft {
        answers = Map.copyOf(answers);
    }
}

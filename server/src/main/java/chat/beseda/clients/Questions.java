package chat.beseda.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor is still to be asked before a conversation begins.
 *
 * @param consent the text he is to agree to; null for none
 */
public record Questions(List<AskedField> fields, @Nullable String consent) {
    public static final Questions NONE = new Questions(List.of(), null);

    public Questions {
        fields = List.copyOf(fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && consent == null;
    }

    /** Whether a conversation has to wait for the answers. */
    public boolean isRequired() {
        return consent != null || fields.stream().anyMatch(AskedField::required);
    }
}

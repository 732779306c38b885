package chat.beseda.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part begins; null: that was all
 */
public record RequestPage(List<Request> requests, @Nullable String next) {
    public RequestPage {
        requests = List.copyOf(requests);
    }
}

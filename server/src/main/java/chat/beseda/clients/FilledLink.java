package chat.beseda.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as it stands beside a visitor.
 *
 * @param url where it leads; null while something it needs is unknown
 * @param missing the parameters that are unknown, as they are written in the template
 */
public record FilledLink(String title, @Nullable String url, List<String> missing) {
    public FilledLink {
        missing = List.copyOf(missing);
    }
}

package chat.beseda.showing;

import chat.beseda.geo.Place;
import chat.beseda.visitors.VisitorId;
import org.jspecify.annotations.Nullable;

/** Says where a visitor on line is, as far as anybody knows. From memory. */
@FunctionalInterface
public interface Places {
    @Nullable
    Place of(VisitorId visitor);
}

package chat.beseda.inbox;

import chat.beseda.requests.Requests;
import chat.beseda.rest.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Everything that this door answers. */
public final class InboxRoutes {
    private InboxRoutes() {}

    public static List<Route> of(Requests requests, InstantSource clock) {
        var views = new RequestViews(requests);
        return Stream.of(
                        new KindRoutes(requests.kinds()).all(),
                        new ListRoutes(requests, views, clock).all(),
                        new WorkRoutes(requests, views, clock).all())
                .flatMap(List::stream)
                .toList();
    }
}

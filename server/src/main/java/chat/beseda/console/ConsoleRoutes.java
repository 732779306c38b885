package chat.beseda.console;

import chat.beseda.rest.Route;
import java.util.List;
import java.util.stream.Stream;

/** What an operator at work asks by HTTP beside the line: earlier conversations, visitors, bans. */
public final class ConsoleRoutes {
    private ConsoleRoutes() {}

    public static List<Route> of(OperatorHouse house) {
        var views = new ConversationViews(house.visitors(), house.visitorPresence(), house.routing());
        return Stream.of(
                        new ConversationRoutes(house, views).all(),
                        new VisitorRoutes(house, views).all(),
                        new BanRoutes(house).all())
                .flatMap(List::stream)
                .toList();
    }
}

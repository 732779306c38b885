package chat.beseda.console;

import chat.beseda.answers.ReadyAnswers;
import chat.beseda.files.Attachments;
import chat.beseda.rest.Route;
import java.util.List;
import java.util.stream.Stream;

/** What an operator at work asks by HTTP beside the line: earlier conversations, visitors, bans, files. */
public final class ConsoleRoutes {
    private ConsoleRoutes() {}

    public static List<Route> of(OperatorHouse house, Attachments attachments, ReadyAnswers answers) {
        var views = new ConversationViews(
                house.visitors(),
                house.visitorPresence(),
                house.routing(),
                house.conversations().taggings());
        return Stream.of(
                        new ConversationRoutes(house, views).all(),
                        new VisitorRoutes(house, views).all(),
                        new BanRoutes(house).all(),
                        new FileRoutes(house, attachments, answers).all())
                .flatMap(List::stream)
                .toList();
    }
}

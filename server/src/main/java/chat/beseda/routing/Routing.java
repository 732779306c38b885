package chat.beseda.routing;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.people.People;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import java.time.InstantSource;

/** What screens need of routing: the rules, which department a question is for, and the one who follows the rules. */
public record Routing(RoutingSettings settings, Receptions receptions, Dispatcher dispatcher) {

    public static Routing of(
            Database database,
            Conversations conversations,
            People people,
            Bus bus,
            Timers timers,
            InstantSource clock) {
        var settings = new RoutingSettings(database, people.departments(), people.audit(), bus);
        return new Routing(
                settings,
                new Receptions(database, people.departments(), people.audit(), bus),
                new Dispatcher(conversations, people.operators(), people.presence(), settings, bus, timers, clock));
    }
}

package chat.beseda.crowd;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.operators.OperatorId;
import chat.beseda.people.People;
import chat.beseda.time.Timers;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** All the simulated people of a running server. Closing it sends everybody home. */
public final class CrowdLife implements AutoCloseable {
    private final Crowd visitors;
    private final Colleagues colleagues;
    private final WebSocketLines lines;
    private final List<Timers.Timer> timers;

    private CrowdLife(Crowd visitors, Colleagues colleagues, WebSocketLines lines) {
        this.visitors = visitors;
        this.colleagues = colleagues;
        this.lines = lines;
        this.timers = Stream.concat(colleagues.open().stream(), visitors.open().stream())
                .toList();
    }

    /**
     * Lets them come.
     *
     * @param server where the server listens, as this machine reaches it
     * @param origin the server's public origin, which its panel has
     * @param guests who are in the middle of a conversation
     * @param refuse says for a colleague that they do not take what they are offered
     * @param size how many visitors are on line at a time
     * @param seed of all chances
     */
    public static CrowdLife begin(
            URI server,
            String origin,
            List<Shop> shops,
            List<Guest> guests,
            People people,
            Conversations conversations,
            BiConsumer<ConversationId, OperatorId> refuse,
            Bus bus,
            Timers timers,
            Clock clock,
            Crowd.Size size,
            long seed) {
        var talks = new ConcurrentHashMap<String, LiveTalk>();
        var lines = new WebSocketLines(server);
        var visitors = new Crowd(shops, origin, lines, conversations, talks, timers, clock, size, seed);
        var colleagues = new Colleagues(people, conversations, bus, talks, refuse, timers, shops, seed);
        var life = new CrowdLife(visitors, colleagues, lines);
        guests.forEach(visitors::letBackIn);
        return life;
    }

    @Override
    public void close() {
        timers.forEach(Timers.Timer::cancel);
        visitors.close();
        colleagues.close();
        lines.close();
    }
}

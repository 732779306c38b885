package chat.beseda.delivery;

import chat.beseda.events.Stream;
import chat.beseda.frames.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a client has got in each stream it knows, as its hello said. */
public final class Positions {
    /** No position: the newest events are sent, older ones when asked for. */
    static final long SNAPSHOT = -1;

    private final long otherwise;
    private final Map<String, Map<Stream, Long>> held = new HashMap<>();

    private Positions(long otherwise) {
        this.otherwise = otherwise;
    }

    /** Knows nothing: an operator gets the newest, a visitor everything. */
    public static Positions none(Audience audience) {
        return switch (audience) {
            case VISITOR -> new Positions(0);
            case OPERATOR -> new Positions(SNAPSHOT);
        };
    }

    public static Positions of(Audience audience, List<Shapes.Position> said) {
        Positions positions = none(audience);
        for (Shapes.Position position : said) {
            positions
                    .held
                    .computeIfAbsent(position.conversation(), first -> new HashMap<>())
                    .put(EventShapes.of(position.stream()), position.last());
        }
        return positions;
    }

    /** The conversations it knows, by the names it knows them by. */
    public Set<String> conversations() {
        return Set.copyOf(held.keySet());
    }

    long after(String conversation, Stream stream) {
        return held.getOrDefault(conversation, Map.of()).getOrDefault(stream, otherwise);
    }
}

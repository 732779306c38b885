import java.util.ArrayList;
import java.util.List;

/**
 * Sends at a steady rate whatever comes back, as people do: half from visitors, half from operators, everybody in turn. Lives on
 * the loop's thread.
 */
final class OpenLoop {
    private record Desk(OperatorTalker operator, String conversation) {}

    private final Crowd crowd;
    private final Latency latency;
    private final long everyNanos;
    private final List<Desk> desks = new ArrayList<>();
    private long begun;
    private long sent;
    private boolean ended;

    OpenLoop(Crowd crowd, Latency latency, int perSecond) {
        this.crowd = crowd;
        this.latency = latency;
        this.everyNanos = 1_000_000_000L / perSecond;
        crowd.operators.forEach(
                operator -> operator.own().forEach(conversation -> desks.add(new Desk(operator, conversation))));
    }

    void begin() {
        begun = System.nanoTime();
        next();
    }

    void end() {
        ended = true;
    }

    private void next() {
        long now = System.nanoTime();
        for (long due = dueOfNext(); !ended && due <= now; due = dueOfNext()) {
            latency.due(send(), due);
        }
        if (!ended) {
            crowd.loop.at(dueOfNext(), this::next);
        }
    }

    private long dueOfNext() {
        return begun + sent * everyNanos;
    }

    private String send() {
        int number = (int) sent++;
        int turn = number / 2;
        if (number % 2 == 0) {
            return crowd.visitors.get(turn % crowd.visitors.size()).say(Texts.line(turn));
        }
        Desk desk = desks.get(turn % desks.size());
        return desk.operator.say(desk.conversation, "public", Texts.line(turn));
    }

    long sent() {
        return sent;
    }
}

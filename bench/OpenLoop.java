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
    private final int perSecond;
    private final int rampSeconds;
    private final List<Desk> desks = new ArrayList<>();
    private long begun;
    private long sent;
    private boolean ended;

    /** @param rampSeconds in which the rate grows from nothing, so that Java has compiled what it needs */
    OpenLoop(Crowd crowd, Latency latency, int perSecond, int rampSeconds) {
        this.crowd = crowd;
        this.latency = latency;
        this.perSecond = perSecond;
        this.rampSeconds = rampSeconds;
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
        double duringRamp = perSecond * rampSeconds / 2.0;
        double seconds = sent < duringRamp
                ? Math.sqrt(2.0 * rampSeconds * sent / perSecond)
                : rampSeconds + (sent - duringRamp) / perSecond;
        return begun + (long) (seconds * 1e9);
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

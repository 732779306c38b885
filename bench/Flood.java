import java.util.ArrayList;
import java.util.List;

/**
 * Keeps as many messages under way as the server takes, to see how many become durable a second: each conversation's operator and
 * visitor send the next one when the last is acknowledged. A line that sends too many frames is closed, so each operator stays just
 * below what the server allows. Lives on the loop's thread.
 */
final class Flood {
    private static final int AT_ONCE = 350;
    private static final int PER_SECOND = 25;

    private final Crowd crowd;
    private final int perOperator;
    private final List<List<String>> own = new ArrayList<>();
    private final int[] sent;
    private long begun;
    private boolean ended;
    private int number;

    /** @param perOperator messages each operator has under way, in different conversations */
    Flood(Crowd crowd, int perOperator) {
        this.crowd = crowd;
        this.perOperator = perOperator;
        this.sent = new int[crowd.operators.size()];
        crowd.operators.forEach(operator -> own.add(operator.own()));
    }

    void begin() {
        begun = System.nanoTime();
        refill();
    }

    /** Looks every millisecond who has room. */
    private void refill() {
        long allowed = AT_ONCE + PER_SECOND * (System.nanoTime() - begun) / 1_000_000_000;
        for (int at = 0; at < crowd.operators.size(); at++) {
            OperatorTalker operator = crowd.operators.get(at);
            List<String> conversations = own.get(at);
            while (!conversations.isEmpty() && operator.unacknowledged() < perOperator && sent[at] < allowed) {
                sent[at]++;
                operator.say(conversations.get(number % conversations.size()), "public", Texts.line(number++));
            }
        }
        for (VisitorTalker visitor : crowd.visitors) {
            if (visitor.unacknowledged() == 0) {
                visitor.say(Texts.line(number++));
            }
        }
        if (!ended) {
            crowd.loop.after(1, this::refill);
        }
    }

    void end() {
        ended = true;
    }
}

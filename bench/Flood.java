import java.util.ArrayList;
import java.util.List;

/**
 * Keeps as many messages under way as the server takes, to see how many become durable a second: each conversation's operator and
 * visitor send the next one when the last is acknowledged. Lives on the loop's thread.
 */
final class Flood {
    private final Crowd crowd;
    private final int perOperator;
    private final List<List<String>> own = new ArrayList<>();
    private boolean ended;
    private int number;

    /** @param perOperator messages each operator has under way, in different conversations */
    Flood(Crowd crowd, int perOperator) {
        this.crowd = crowd;
        this.perOperator = perOperator;
        crowd.operators.forEach(operator -> own.add(operator.own()));
    }

    void begin() {
        crowd.visitors.forEach(visitor -> {
            if (visitor.unacknowledged() == 0) {
                visitor.say(Texts.line(number++));
            }
        });
        refill();
    }

    /** Looks every millisecond who has room. */
    private void refill() {
        for (int at = 0; at < crowd.operators.size(); at++) {
            OperatorTalker operator = crowd.operators.get(at);
            List<String> conversations = own.get(at);
            while (!conversations.isEmpty() && operator.unacknowledged() < perOperator) {
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

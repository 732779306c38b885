import java.util.List;
import java.util.Random;

/**
 * Life while things break: visitors ask, operators answer, write notes, give conversations back and close them. Lives on the
 * loop's thread.
 */
final class Chatter {
    private static final int EVERY_MILLIS = 5;

    private final Crowd crowd;
    private final Random random;
    private boolean ended;
    private int number;

    Chatter(Crowd crowd, Random random) {
        this.crowd = crowd;
        this.random = random;
    }

    void begin() {
        ended = false;
        step();
    }

    void end() {
        ended = true;
    }

    private void step() {
        if (ended) {
            return;
        }
        number++;
        if (random.nextBoolean()) {
            VisitorTalker visitor = any(crowd.visitors);
            if (visitor.unacknowledged() < 5) {
                visitor.say(Texts.line(number) + " " + number);
            }
        } else {
            OperatorTalker operator = any(crowd.operators);
            List<String> own = operator.own();
            if (!own.isEmpty() && operator.unacknowledged() < 50) {
                work(operator, any(own));
            }
        }
        crowd.loop.after(EVERY_MILLIS, this::step);
    }

    private void work(OperatorTalker operator, String conversation) {
        int dice = random.nextInt(200);
        if (dice == 0) {
            operator.close(conversation);
        } else if (dice < 4) {
            operator.giveBack(conversation);
        } else if (dice < 24) {
            operator.say(conversation, "internal", Checker.CANARY + " " + number);
        } else {
            operator.say(conversation, "public", Texts.line(number) + " " + number);
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

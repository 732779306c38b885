package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.events.ClientId;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** How fast people read, think and type; milliseconds. */
public final class Pace {
    private static final int CID_BYTES = 16;
    private static final double VISITOR_LETTER_SECONDS = 0.16;
    private static final double OPERATOR_LETTER_SECONDS = 0.09;

    private final RandomGenerator chance;

    public Pace(RandomGenerator chance) {
        this.chance = chance;
    }

    /** From one message to the next. */
    public long before(Line line, Line last) {
        double thinking = line.speaker() == last.speaker() ? 3 : line.speaker() == Speaker.VISITOR ? 22 : 14;
        return Chance.around(thinking, 0.7, chance) + typing(line);
    }

    /** From the question to the first answer: under a minute mostly, or more than five minutes when it is late. */
    public long beforeFirstAnswer(boolean late) {
        return late
                ? 310_000 + Chance.around(240, 0.8, chance)
                : Math.min(Chance.around(42, 0.6, chance), 280_000) + 4_000;
    }

    /** How long the keys are heard. */
    long typing(Line line) {
        double letter = line.speaker() == Speaker.VISITOR ? VISITOR_LETTER_SECONDS : OPERATOR_LETTER_SECONDS;
        return Math.round(1_000 * Math.min(line.text().length(), 150) * letter);
    }

    /** What a sender names a message by. */
    public ClientId cid() {
        byte[] bytes = new byte[CID_BYTES];
        chance.nextBytes(bytes);
        return new ClientId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}

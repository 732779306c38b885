package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A simulated visitor who reads a page and is perhaps invited there: some accept, some say no, most go on reading. */
final class Invited {
    private static final int ACCEPT = 14;
    private static final int REFUSE = 32;

    private final Connection loader;
    private final RandomGenerator chance;
    private @Nullable String invitation;

    Invited(Connection loader, RandomGenerator chance) {
        this.loader = loader;
        this.chance = chance;
    }

    /** Reads for so long. True, at once, when an invitation was accepted. */
    boolean read(Duration time) throws InterruptedException {
        if (!loader.listen(time, this::hear, () -> invitation != null)) {
            return false;
        }
        answer("shown");
        loader.listen(Duration.ofMillis(Chance.between(2, 9, chance)), frame -> {}, () -> false);
        int luck = chance.nextInt(100);
        if (luck < ACCEPT) {
            answer("accepted");
            return true;
        }
        if (luck < ACCEPT + REFUSE) {
            answer("refused");
        }
        loader.listen(Duration.ofMillis(Chance.between(5, 40, chance)), frame -> {}, () -> false);
        return false;
    }

    private void hear(JsonNode frame) {
        if (frame.path("t").asString("").equals("invite")) {
            invitation = frame.path("id").asString("");
        }
    }

    private void answer(String outcome) {
        String known = invitation;
        if (known != null) {
            loader.say(Said.invited(known, outcome));
        }
    }
}

package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.dialogues.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A simulated visitor's conversation in the panel: asks, waits, answers back, thanks, goes. Used by one thread. */
final class Chat {
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);
    private static final int MOST_REPLIES = 5;

    private final Connection panel;
    private final LiveTalk talk;
    private final Map<String, LiveTalk> talks;
    private final RandomGenerator chance;
    private final Pace pace;
    private final Replies replies;
    private @Nullable String conversation;
    private Voice voice = new Voice("", false, "");
    private String awaited = "";
    private String lastWords = "";
    private long seen;
    private int answers;
    private boolean answeredLast;
    private boolean synced;
    private boolean over;

    /** @param talks where colleagues find what the conversation is about, by its key */
    Chat(Connection panel, LiveTalk talk, Map<String, LiveTalk> talks, RandomGenerator chance) {
        this.panel = panel;
        this.talk = talk;
        this.talks = talks;
        this.chance = chance;
        this.pace = new Pace(chance);
        this.replies = new Replies(talk, chance);
    }

    /** Holds the conversation to its end, or until the visitor has lost patience. */
    void hold() throws InterruptedException {
        int asked = talk.dialogue().asked();
        for (Line line : talk.dialogue().lines().subList(0, asked)) {
            write(line.text());
        }
        if (hearAnswer(1)) {
            answerBack(asked);
            leave();
        } else {
            giveUp();
        }
    }

    /** Goes on with a conversation that was begun before: answers if something was said last, waits otherwise. */
    void resume() throws InterruptedException {
        panel.listen(ACKNOWLEDGED_WITHIN, this::hear, () -> synced);
        if (conversation == null || isOver()) {
            return;
        }
        spend(Chance.between(3, 40, chance));
        if (answeredLast || hearAnswer(answers + 1)) {
            answerBack(talk.dialogue().asked());
            leave();
        } else {
            giveUp();
        }
    }

    /** Takes a question back that nobody has answered, in haste: the browser is being closed. */
    void abandon() {
        String known = conversation;
        if (known != null && answers == 0 && !isOver()) {
            panel.say(Said.end(known));
        }
    }

    private void giveUp() throws InterruptedException {
        if (!isOver()) {
            write(replies.gone());
            end();
        }
    }

    private void leave() throws InterruptedException {
        spend(Chance.between(6, 25, chance));
        if (Chance.percent(45, chance)) {
            end();
        }
    }

    private void answerBack(int asked) throws InterruptedException {
        int next = asked;
        int improvised = 0;
        while (!isOver()) {
            int before = answers;
            spend(Chance.between(3, 7, chance));
            if (talk.isFollowed()) {
                next = sayNextOfDialogue(next);
                if (next < 0) {
                    return;
                }
            } else if (improvised++ < MOST_REPLIES && Chance.percent(95 - 18 * improvised, chance)) {
                write(replies.to(lastWords));
            } else {
                write(replies.thanks());
                return;
            }
            if (answers == before && !hearAnswer(before + 1)) {
                return;
            }
        }
    }

    /** Says what the dialogue has for the visitor after the answers heard so far. Returns -1 at its end. */
    private int sayNextOfDialogue(int from) throws InterruptedException {
        List<Line> lines = talk.dialogue().lines();
        int heard = answers;
        int next = 0;
        for (int answered = 0; next < lines.size(); next++) {
            boolean operators = lines.get(next).speaker() == Speaker.OPERATOR;
            if (operators && answered == heard) {
                return Math.max(next, from);
            }
            answered += operators ? 1 : 0;
            if (next >= from && lines.get(next).speaker() == Speaker.VISITOR) {
                write(lines.get(next).text());
            }
        }
        return -1;
    }

    /** Waits for so many answers in all, asking once whether anybody is there. */
    private boolean hearAnswer(int count) throws InterruptedException {
        if (panel.listen(millis(Chance.between(90, 200, chance)), this::hear, () -> over || answers >= count)) {
            return !over;
        }
        if (!isOver() && Chance.percent(60, chance)) {
            write(replies.nudge());
        }
        return panel.listen(millis(Chance.between(150, 330, chance)), this::hear, () -> over || answers >= count)
                && !over;
    }

    private void spend(long time) throws InterruptedException {
        panel.listen(millis(time), this::hear, () -> over);
    }

    /** Types, with the keys heard on the other side, and sends. */
    private void write(String template) throws InterruptedException {
        if (isOver()) {
            return;
        }
        String text = talk.text(template, voice);
        typing(true);
        spend(pace.typing(new Line(Speaker.VISITOR, text)) + Chance.between(1, 4, chance));
        typing(false);
        awaited = pace.cid().value();
        Said message = Said.send(conversation, awaited, text);
        panel.say(message);
        if (!acknowledged()) {
            panel.say(message);
            over = !acknowledged();
        }
    }

    private boolean acknowledged() throws InterruptedException {
        return panel.listen(ACKNOWLEDGED_WITHIN, this::hear, () -> over || awaited.isEmpty());
    }

    private void typing(boolean on) {
        String known = conversation;
        if (known != null) {
            panel.say(Said.typing(known, on));
        }
    }

    private void end() throws InterruptedException {
        String known = conversation;
        if (known != null && !isOver()) {
            panel.say(Said.end(known));
            spend(2_000);
        }
    }

    private boolean isOver() {
        return over || panel.isGone();
    }

    private void hear(JsonNode frame) {
        switch (frame.path("t").asString("")) {
            case "ack" -> acknowledge(frame);
            case "events" -> frame.path("events").forEach(this::event);
            case "conversation" -> head(frame.path("conversation"));
            case "synced" -> synced = true;
            case "refused" -> over |= !frame.path("retryMs").isNumber();
            default -> {}
        }
        String known = conversation;
        if (known != null && frame.path("t").asString("").equals("events")) {
            panel.say(Said.seen(known, seen));
        }
    }

    private void acknowledge(JsonNode frame) {
        String key = frame.path("conversation").asString();
        conversation = key;
        talks.put(key, talk);
        if (frame.path("cid").asString().equals(awaited)) {
            awaited = "";
        }
    }

    private void head(JsonNode head) {
        conversation = head.path("id").asString();
        over |= head.path("state").asString("").equals("closed");
    }

    private void event(JsonNode event) {
        if (event.path("seq").asLong() <= seen) {
            return;
        }
        seen = event.path("seq").asLong();
        JsonNode body = event.path("body");
        switch (body.path("type").asString("")) {
            case "message" -> {
                answeredLast = event.path("author").path("kind").asString("").equals("operator");
                if (answeredLast) {
                    lastWords = body.path("text").asString();
                    answers++;
                }
            }
            case "joined" -> {
                String name = body.path("operator").path("name").asString("");
                voice = new Voice(name.replaceFirst(" .*", ""), false, "");
            }
            case "closed" -> over = true;
            default -> {}
        }
    }

    private static Duration millis(long time) {
        return Duration.ofMillis(time);
    }
}

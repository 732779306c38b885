package chat.beseda.crowd;

import chat.beseda.dialogues.Dialogue;
import chat.beseda.dialogues.Voice;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A conversation of a simulated visitor that is going on now. When a simulated colleague takes it, both go by the dialogue;
 * when a person does, the visitor improvises. Thread-safe.
 */
final class LiveTalk {
    private final Shop shop;
    private final Dialogue dialogue;
    private final AtomicBoolean followed = new AtomicBoolean();

    LiveTalk(Shop shop, Dialogue dialogue) {
        this.shop = shop;
        this.dialogue = dialogue;
    }

    Shop shop() {
        return shop;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    /** Whether the one who answers knows the dialogue. */
    boolean isFollowed() {
        return followed.get();
    }

    void follow() {
        followed.set(true);
    }

    /** The text with its gaps filled, the same way for both sides. */
    synchronized String text(String template, Voice voice) {
        return dialogue.gaps().fill(template, voice);
    }
}

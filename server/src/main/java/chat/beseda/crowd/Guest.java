package chat.beseda.crowd;

import chat.beseda.dialogues.Dialogue;

/**
 * A visitor whose conversation was begun before the server started and who is still in the shop.
 *
 * @param visit what his browser keeps: the secret by which he is recognised
 */
public record Guest(Shop shop, Dialogue dialogue, String visit) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "guest of " + shop.site().name();
    }
}

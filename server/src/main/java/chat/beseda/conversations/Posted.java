package chat.beseda.conversations;

import chat.beseda.events.Event;

/** What became of words somebody sent. */
public sealed interface Posted {

    /**
     * On the disk.
     *
     * @param dup it was there before: the sender sent it again
     * @param key the conversation's name to the visitor
     */
    record Stored(ConversationId conversation, Event event, boolean dup, String key) implements Posted {}

    /** Not accepted. */
    record Refused(Refusal refusal) implements Posted {}
}

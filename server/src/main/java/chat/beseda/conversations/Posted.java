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
    record Stored(ConversationId conversation, Event event, boolean dup, String key) implements Posted {
        /** The last of what the change adds, for the first time. */
        static Stored last(Change change) {
            Facts facts = change.now().facts();
            return new Stored(facts.id(), change.events().getLast(), false, facts.key());
        }
    }

    /** Not accepted. */
    record Refused(Refusal refusal) implements Posted {}
}

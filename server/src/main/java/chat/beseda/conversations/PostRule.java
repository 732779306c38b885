package chat.beseda.conversations;

import chat.beseda.events.EventBody;

/** Whether an operator's words may be said in a conversation as it is now. */
interface PostRule {
    Ruling apply(Conversation held, EventBody.Message words);
}

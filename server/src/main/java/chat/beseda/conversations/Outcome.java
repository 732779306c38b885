package chat.beseda.conversations;

/** What became of an order to change a conversation. */
public sealed interface Outcome {

    /** Done, or done before: the order was given again. */
    record Done(Conversation now) implements Outcome {}

    /** Not done. */
    record Refused(Refusal refusal) implements Outcome {}
}

package chat.beseda.operators;

/** News: an operator's console connected, its last line went, or they are shown as gone now. */
public record OperatorPresenceChanged(OperatorId operator) {}

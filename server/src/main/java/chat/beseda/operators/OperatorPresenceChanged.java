package chat.beseda.operators;

/** News: an operator's console connected, or its last line went. */
public record OperatorPresenceChanged(OperatorId operator) {}

package chat.beseda.worktime;

import chat.beseda.operators.OperatorId;

/** An operator had a conversation from one moment to another. */
public record Held(OperatorId operator, Interval time) {}

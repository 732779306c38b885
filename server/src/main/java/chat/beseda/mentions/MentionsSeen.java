package chat.beseda.mentions;

import chat.beseda.operators.OperatorId;

/** An operator looked where colleagues mentioned them. */
public record MentionsSeen(OperatorId operator) {}

package chat.beseda.operators;

/** News: a session is over (signed out, expired, ended by its owner or an administrator); its lines have to close. */
public record SessionEnded(String session, OperatorId operator) {}

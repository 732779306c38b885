package chat.beseda.operators;

/** News: an operator was added or changed: name, photo, role, state, sites, disabled. */
public record OperatorChanged(OperatorId operator) {}

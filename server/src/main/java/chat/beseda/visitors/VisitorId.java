package chat.beseda.visitors;

/** Names a visitor. */
public record VisitorId(long value) {}

package chat.beseda.visitors;

/** News: a visitor's name or addresses were changed. */
public record VisitorChanged(VisitorId visitor) {}

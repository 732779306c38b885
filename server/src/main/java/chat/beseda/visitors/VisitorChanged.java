package chat.beseda.visitors;

/** News: what is kept of a visitor changed: the name, an address, what was said of the place, a comment. */
public record VisitorChanged(VisitorId visitor) {}

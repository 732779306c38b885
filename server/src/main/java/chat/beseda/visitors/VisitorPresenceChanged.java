package chat.beseda.visitors;

/** News: a visitor came, moved to another page or left. */
public record VisitorPresenceChanged(VisitorId visitor) {}

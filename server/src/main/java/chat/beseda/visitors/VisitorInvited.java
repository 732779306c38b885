package chat.beseda.visitors;

/**
 * News: a visitor was shown an invitation, or refused one.
 *
 * @param declined false when it was shown, true when he said no
 */
public record VisitorInvited(VisitorId visitor, boolean declined) {}

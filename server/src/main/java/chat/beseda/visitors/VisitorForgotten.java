package chat.beseda.visitors;

/** The visitor's browser is his no more: he signed out of the site, or somebody else signed in. */
public record VisitorForgotten(VisitorId visitor) {}

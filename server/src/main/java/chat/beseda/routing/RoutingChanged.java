package chat.beseda.routing;

/** News: questions find operators by other rules now. */
public record RoutingChanged() {}

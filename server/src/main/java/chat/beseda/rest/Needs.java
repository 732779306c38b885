package chat.beseda.rest;

import chat.beseda.operators.Permission;

/** Who may use a route. What else is asked (one's own sites, one's own sessions) the route itself asks of {@code Access}. */
public sealed interface Needs {

    /** Nobody in particular: before one has signed in. */
    record Nothing() implements Needs {}

    /** Anybody who is signed in. */
    record Session() implements Needs {}

    record Right(Permission permission) implements Needs {}
}

package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;

/** What the router is told. */
public sealed interface RoutingEvent {

    /** A conversation came, or is now like this. Anything older than what is known is passed over. */
    record Changed(Question now) implements RoutingEvent {}

    /** A decision was not carried out; this is how the conversation stands. */
    record NotDone(Question now) implements RoutingEvent {}

    /** A conversation has ended. */
    record Ended(ConversationId id) implements RoutingEvent {}

    /** The one who is asked says no. */
    record Refused(ConversationId id, OperatorId by) implements RoutingEvent {}

    record DeskChanged(Desk now) implements RoutingEvent {}

    /** There is no such operator any more. */
    record DeskRemoved(OperatorId operator) implements RoutingEvent {}

    /** Time went by; told every second. */
    record Tick() implements RoutingEvent {}
}

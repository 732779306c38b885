package chat.beseda.operators;

/** What an operator says about being available. Whether the console is connected is another matter: {@link OperatorPresence}. */
public enum OperatorState {
    ONLINE,
    AWAY,
    OFF
}

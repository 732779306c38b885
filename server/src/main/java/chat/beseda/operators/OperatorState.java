package chat.beseda.operators;

/** What an operator says about being available. Whether the console is connected is another matter: {@link OperatorPresence}. */
public enum OperatorState {
    ONLINE,
    AWAY,
    OFF;

    /** What a state is due to. */
    public enum Why {
        /** They said so. */
        OWN,
        /** They let two offers in a row go. */
        MISSED,
        /** They did nothing for long. */
        IDLE
    }
}

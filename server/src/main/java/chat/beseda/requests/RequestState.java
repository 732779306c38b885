package chat.beseda.requests;

/** Whether somebody cares for a request. */
public enum RequestState {
    OPEN,
    CLAIMED,
    DONE
}

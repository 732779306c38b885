package chat.beseda.requestkinds;

/** What is wanted: to be called, or to be answered in writing. */
public enum Nature {
    CALL,
    LETTER
}

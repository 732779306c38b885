package chat.beseda.archive;

/** Whose words are looked through. */
public enum Side {
    BOTH,
    VISITOR,
    OPERATOR
}

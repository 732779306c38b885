package chat.beseda.knowledge;

/** Who may read an article. */
public enum Audience {
    /** Operators only. */
    INTERNAL,
    /** Anybody, on the help pages of its sites. */
    PUBLIC
}

package chat.beseda.requestkinds;

/** How those of a rota share the duty. */
public enum Turn {
    /** All at once. */
    ALL,
    /** One a day. */
    DAY,
    /** One a week, from Monday on. */
    WEEK
}

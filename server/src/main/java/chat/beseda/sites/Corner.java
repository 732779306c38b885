package chat.beseda.sites;

/** The lower corner of the page where the button waits. */
public enum Corner {
    RIGHT,
    LEFT
}

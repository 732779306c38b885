package chat.beseda.requestkinds;

/** Whether a form asks for something. */
public enum Need {
    NO,
    OPTIONAL,
    REQUIRED
}

package chat.beseda.tags;

/** The name of a colour; each screen has one of its own for it. */
public enum TagColour {
    GREY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    VIOLET
}

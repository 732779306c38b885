package chat.beseda.requestkinds;

/** What is written into a field of a form. */
public enum FieldType {
    /** A line. */
    TEXT,
    /** Several lines. */
    LONG,
    /** One of the choices. */
    CHOICE,
    /** A day, as {@code 2026-11-24}. */
    DATE,
    /** A tick under the text of the label. */
    CONSENT
}

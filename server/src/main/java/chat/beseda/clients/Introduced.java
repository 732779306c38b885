package chat.beseda.clients;

/** What became of an introduction. */
public sealed interface Introduced {
    /** The visitor is the client. */
    record Known() implements Introduced {}

    /** The browser's visitor is another client of the site: whoever sits there now must not see his conversations. */
    record Another() implements Introduced {}

    /**
     * It is not believed, and nothing changed.
     *
     * @param code {@code malformed}, {@code signature}, {@code expired} or {@code unsigned}
     */
    record Refused(String code) implements Introduced {}
}

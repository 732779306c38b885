package chat.beseda.clients;

/** An introduction that is not believed. The code is told to the page's own console: its programmer has to know. */
final class IntroductionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code {@code malformed}, {@code signature}, {@code expired} or {@code unsigned} */
    IntroductionRefused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}

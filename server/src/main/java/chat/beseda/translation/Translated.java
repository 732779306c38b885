package chat.beseda.translation;

/** What came of asking for a translation. */
public sealed interface Translated {

    /**
     * The text in the language that was asked for.
     *
     * @param language it was in, as the service calls it; empty where it didn't say
     */
    record Done(String text, String language) implements Translated {}

    /** There is none. */
    record Failed(Trouble trouble) implements Translated {}

    /** Why there is none; each has its explanation for operators. */
    enum Trouble {
        /** No service is named. */
        OFF,
        /** No such host, or nobody listens there. */
        UNREACHABLE,
        TIMEOUT,
        /** The certificate is not the service's, or there is none. */
        TLS,
        /** Something else answers at that address. */
        NO_SERVICE,
        /** It wants a key, or another one. */
        KEY,
        /** It has been asked too often. */
        TOO_MANY,
        /** It doesn't know one of the languages, or takes no text of this length. */
        REFUSED,
        /** It failed itself. */
        BROKEN
    }
}

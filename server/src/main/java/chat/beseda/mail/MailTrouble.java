package chat.beseda.mail;

/**
 * Why a letter was not taken.
 *
 * @param words what the mail server said, or the network; in whatever language
 */
public record MailTrouble(Code code, Scope scope, String words) {
    private static final int MOST_WORDS = 500;

    /** Each has its explanation in the console. */
    public enum Code {
        UNKNOWN_HOST,
        NO_CONNECTION,
        TIMEOUT,
        /** The certificate is not the server's, or the two speak no common protocol. */
        TLS,
        NO_STARTTLS,
        AUTH,
        /** The mailbox has no folder of that name. */
        NO_FOLDER,
        SENDER_REFUSED,
        RECIPIENT_REFUSED,
        TOO_BIG,
        /** It was taken, and could not be delivered. */
        RETURNED,
        /** The connection ended on the way. */
        BROKEN,
        /** Anything else that the server said. */
        SERVER
    }

    /** What comes of it. */
    public enum Scope {
        /** No letter can be sent now. */
        EVERYTHING,
        /** This one is tried again. */
        LATER,
        /** This one never will be taken. */
        NEVER
    }

    public MailTrouble {
        String tidy = words.replaceAll("\\p{Cntrl}+", " ").strip();
        words = tidy.length() > MOST_WORDS ? tidy.substring(0, MOST_WORDS) : tidy;
    }
}

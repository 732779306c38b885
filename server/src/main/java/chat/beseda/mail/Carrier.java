package chat.beseda.mail;

import java.util.Optional;

/** Takes letters to a mail server. */
interface Carrier {

    /** A way to the server, for several letters one after another. Not thread-safe. */
    interface Way extends AutoCloseable {

        /** Hands a letter over; says what was wrong when it wasn't taken. */
        Optional<MailTrouble> carry(String from, String to, String source);

        @Override
        void close();
    }

    /**
     * Connects.
     *
     * @throws Unreachable with the reason
     */
    Way open(MailAccount account) throws Unreachable;

    /** Nothing can be sent by this account now. */
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient MailTrouble trouble;

        Unreachable(MailTrouble trouble, Throwable cause) {
            super(trouble.code() + ": " + trouble.words(), cause);
            this.trouble = trouble;
        }

        MailTrouble trouble() {
            return trouble;
        }
    }
}

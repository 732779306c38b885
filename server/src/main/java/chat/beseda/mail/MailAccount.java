package chat.beseda.mail;

/**
 * The mail server that letters go out by, and who they say they are from.
 *
 * @param host empty: letters wait
 * @param user empty: the server asks nobody who they are
 * @param password secret; never told again
 * @param from address of the sender
 * @param name of the sender, may be empty
 */
public record MailAccount(
        String host, int port, Security security, String user, String password, String from, String name) {
    static final MailAccount NONE = new MailAccount("", 587, Security.STARTTLS, "", "", "", "");

    /** How the way to the server is kept from others. */
    public enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    public boolean isOn() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return "MailAccount[%s:%d %s]".formatted(host, port, security);
    }
}

package chat.beseda.mailbox;

import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.ReplyBox;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox that answers come to.
 *
 * @param host empty: nobody looks for answers
 * @param password secret; never told again
 * @param folder such as {@code INBOX}
 * @param address of e-mail that leads to it
 * @param plus whether it takes {@code box+anything@host} too
 */
public record BoxAccount(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String folder,
        String address,
        boolean plus) {
    static final BoxAccount NONE = new BoxAccount("", 993, Security.TLS, "", "", "INBOX", "", false);

    public boolean isOn() {
        return !host.isEmpty();
    }

    /** Names the place of it that is kept. */
    String key() {
        return user + "@" + host + "/" + folder;
    }

    @Nullable
    ReplyBox replyBox() {
        return isOn() ? new ReplyBox(address, plus) : null;
    }

    @Override
    public String toString() {
        return "BoxAccount[%s:%d %s]".formatted(host, port, security);
    }
}

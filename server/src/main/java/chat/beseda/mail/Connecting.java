package chat.beseda.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why a mail server can't be used. */
public final class Connecting {
    private Connecting() {}

    public static MailTrouble trouble(MessagingException failure) {
        MailTrouble.Code code = network(failure);
        String said = words(failure);
        if (failure instanceof AuthenticationFailedException) {
            code = MailTrouble.Code.AUTH;
        } else if (failure instanceof FolderNotFoundException) {
            code = MailTrouble.Code.NO_FOLDER;
        } else if (said.contains("STARTTLS is required") || said.contains("STARTTLS required")) {
            code = MailTrouble.Code.NO_STARTTLS;
        }
        return new MailTrouble(
                code == MailTrouble.Code.BROKEN ? MailTrouble.Code.NO_CONNECTION : code,
                MailTrouble.Scope.EVERYTHING,
                said);
    }

    static MailTrouble.Code network(MessagingException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return MailTrouble.Code.UNKNOWN_HOST;
            }
            if (each instanceof SocketTimeoutException) {
                return MailTrouble.Code.TIMEOUT;
            }
            if (each instanceof SSLException) {
                return MailTrouble.Code.TLS;
            }
        }
        return MailTrouble.Code.BROKEN;
    }

    /** The library's own sentence and what lies under it. */
    static String words(Throwable failure) {
        Throwable cause = failure.getCause();
        String said = String.valueOf(failure.getMessage());
        return cause == null || cause.getMessage() == null || said.contains(cause.getMessage())
                ? said
                : said + " " + cause.getMessage();
    }
}

package chat.beseda.mailbox;

import chat.beseda.forms.FieldChecks;
import chat.beseda.mail.MailAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mailbox may be. */
final class BoxRules {
    private static final int HOST_LENGTH = 253;
    private static final int USER_LENGTH = 254;
    private static final int PASSWORD_LENGTH = 500;
    private static final int FOLDER_LENGTH = 200;
    private static final int MOST_PORT = 65_535;

    private BoxRules() {}

    /**
     * The mailbox as it is kept.
     *
     * @param password null: the one of the mailbox that is kept now
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    static BoxAccount checked(BoxAccount wanted, @Nullable String password, BoxAccount now) {
        var checks = new FieldChecks();
        String host = checks.line("host", wanted.host(), 0, HOST_LENGTH);
        if (host.isEmpty() && checks.isClean()) {
            return BoxAccount.NONE;
        }
        if (!host.matches("[\\p{L}\\d.:_-]+")) {
            checks.add("host", "host", wanted.host(), Map.of());
        }
        checks.range("port", wanted.port(), 1, MOST_PORT);
        String user = checks.line("user", wanted.user(), 1, USER_LENGTH);
        String folder = checks.line("folder", wanted.folder(), 1, FOLDER_LENGTH);
        String address = MailAddress.ascii(wanted.address().strip()).orElse("");
        if (address.isEmpty()) {
            checks.add("address", "email", wanted.address(), Map.of());
        }
        boolean same = now.host().equals(host)
                && now.port() == wanted.port()
                && now.security() == wanted.security()
                && now.user().equals(user);
        // A kept password goes nowhere but where it was meant to go, and no less guarded.
        String secret = password != null ? password : same ? now.password() : "";
        if (secret.isEmpty()) {
            checks.add("password", "required", null, Map.of());
        }
        if (secret.length() > PASSWORD_LENGTH || secret.chars().anyMatch(Character::isISOControl)) {
            checks.add("password", "unprintable", null, Map.of());
        }
        checks.refuse();
        return new BoxAccount(host, wanted.port(), wanted.security(), user, secret, folder, address, wanted.plus());
    }
}

package chat.beseda.mail;

import chat.beseda.forms.FieldChecks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account may be. */
final class AccountRules {
    private static final int HOST_LENGTH = 253;
    private static final int USER_LENGTH = 254;
    private static final int PASSWORD_LENGTH = 500;
    private static final int NAME_LENGTH = 80;
    private static final int MOST_PORT = 65_535;

    private AccountRules() {}

    /**
     * The account as it is kept.
     *
     * @param password null: the one of the account that is kept now
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    static MailAccount checked(MailAccount wanted, @Nullable String password, MailAccount now) {
        var checks = new FieldChecks();
        String host = checks.line("host", wanted.host(), 0, HOST_LENGTH);
        if (host.isEmpty() && checks.isClean()) {
            return MailAccount.NONE;
        }
        if (!host.matches("[\\p{L}\\d.:_-]+")) {
            checks.add("host", "host", wanted.host(), Map.of());
        }
        checks.range("port", wanted.port(), 1, MOST_PORT);
        String user = checks.line("user", wanted.user(), 0, USER_LENGTH);
        String from = MailAddress.ascii(wanted.from().strip()).orElse("");
        if (from.isEmpty()) {
            checks.add("from", "email", wanted.from(), Map.of());
        }
        String name = checks.line("name", wanted.name(), 0, NAME_LENGTH);
        var described = new MailAccount(host, wanted.port(), wanted.security(), user, "", from, name);
        String secret = password == null ? kept(described, now) : password;
        if (!user.isEmpty() && secret.isEmpty()) {
            checks.add("password", "required", null, Map.of());
        }
        if (secret.length() > PASSWORD_LENGTH || secret.chars().anyMatch(Character::isISOControl)) {
            checks.add("password", "unprintable", null, Map.of());
        }
        checks.refuse();
        return new MailAccount(host, wanted.port(), wanted.security(), user, secret, from, name);
    }

    /** A kept password goes nowhere but where it was meant to go, and no less guarded. */
    private static String kept(MailAccount wanted, MailAccount now) {
        boolean same = now.host().equals(wanted.host())
                && now.port() == wanted.port()
                && now.security() == wanted.security()
                && now.user().equals(wanted.user());
        return same ? now.password() : "";
    }
}

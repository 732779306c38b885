package chat.beseda.security;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;

/**
 * Which passwords are good enough: 12 to 128 characters of any kind, not a common one, not made of the person's own words.
 * Nothing is demanded about kinds of characters; length and rarity are what helps.
 */
public final class PasswordRules {
    /** Least number of characters. */
    public static final int LEAST = 12;
    /** Greatest number of characters. */
    public static final int MOST = 128;

    private final CommonPasswords common = CommonPasswords.ofTheHouse();

    /** Why a password is refused. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        /** Everybody's, or little more than it. */
        COMMON,
        /** Little more than the person's name, address or company. */
        PERSONAL
    }

    /**
     * What is wrong with the password, if anything.
     *
     * @param own words about the person that others know: name, e-mail, company
     */
    public Optional<Fault> faultOf(String password, Collection<String> own) {
        String spelled = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = spelled.codePointCount(0, spelled.length());
        if (length < LEAST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > MOST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (common.contains(spelled)) {
            return Optional.of(Fault.COMMON);
        }
        return common.with(own).contains(spelled) ? Optional.of(Fault.PERSONAL) : Optional.empty();
    }
}

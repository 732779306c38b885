package chat.beseda.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is an address that any mail server takes: RFC 5321's dot-string before the sign and a domain of at least two labels after it,
 * which may be written in any alphabet. Comments, quotes and names are none of it: they would let one say several addresses in one.
 */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    private MailAddress() {}

    /**
     * As it is written on a letter, its domain in ASCII.
     *
     * @param text hostile
     */
    public static Optional<String> ascii(String text) {
        int sign = text.lastIndexOf('@');
        if (sign <= 0 || sign > LONGEST_LOCAL || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(0, sign);
        return domain(text.substring(sign + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain);
    }

    private static Optional<String> domain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

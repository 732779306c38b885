package chat.beseda.formatting;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a link may have. */
public final class TextLink {
    /** The longest address, in characters. */
    public static final int LONGEST = 2_048;

    /** Printable ASCII as browsers write addresses; nothing that could end an attribute or hide another host. */
    private static final Pattern CLEAN = Pattern.compile("[!#-;=?-\\[\\]^_a-z{|}~]+");

    private static final Pattern WEB = Pattern.compile("https?://[^/?#@]+([/?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("mailto:[^@?&:/]+@[^@?&:/]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile("tel:\\+?[0-9()-]{3,24}", Pattern.CASE_INSENSITIVE);

    private TextLink() {}

    /** Whether it may be followed: of the web without a user's name, of a mailbox without anything after it, or a phone number. */
    public static boolean isSafe(String href) {
        return href.length() <= LONGEST
                && CLEAN.matcher(href).matches()
                && (WEB.matcher(href).matches()
                        || MAIL.matcher(href).matches()
                        || PHONE.matcher(href).matches());
    }

    /** Whether the words show the whole address themselves. */
    static boolean shows(String words, String href) {
        return bare(words.strip()).equals(bare(href));
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^(https?://(www\\.)?|www\\.|mailto:|tel:)", "")
                .replaceFirst("/$", "");
    }
}

package chat.beseda.incoming;

import chat.beseda.mail.MailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody in a header.
 *
 * @param name as they call themselves; anybody's words, perhaps empty
 * @param address in ASCII; the domain in small letters
 */
public record Address(String name, String address) {
    private static final int MOST = 100;

    /** Those of a raw header that mail could go to, in their order. */
    static List<Address> all(String raw) {
        var all = new ArrayList<Address>();
        for (String each : divided(raw)) {
            one(each).ifPresent(all::add);
            if (all.size() == MOST) {
                break;
            }
        }
        return all;
    }

    /** Of {@code "Иванова, Вера" <vera@example.net>}, {@code vera@example.net (Вера)} or the address alone. */
    private static Optional<Address> one(String raw) {
        int open = raw.lastIndexOf('<');
        int close = raw.indexOf('>', open + 1);
        String bare = open < 0
                ? raw.replaceAll("\\([^()]*\\)", "")
                : raw.substring(open + 1, close < 0 ? raw.length() : close);
        String name = open < 0 ? "" : raw.substring(0, open).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        String said = HeaderWords.text(name);
        return MailAddress.ascii(HeaderWords.text(bare).replaceFirst("(?i)^mailto:", ""))
                .map(address -> new Address(said, lowerDomain(address)));
    }

    private static String lowerDomain(String address) {
        int sign = address.lastIndexOf('@');
        return address.substring(0, sign) + address.substring(sign).toLowerCase(Locale.ROOT);
    }

    /** At commas that are neither quoted nor in brackets. */
    private static List<String> divided(String raw) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (int at = 0; at < raw.length() && parts.size() <= MOST; at++) {
            char each = raw.charAt(at);
            boolean escaped = quoted && at > 0 && raw.charAt(at - 1) == '\\';
            quoted ^= each == '"' && !escaped;
            bracketed = !quoted && (each == '<' || (bracketed && each != '>'));
            if (!quoted && !bracketed && (each == ',' || each == ';')) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(each);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}

package chat.beseda.incoming;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header such as {@code text/plain; charset=koi8-r}: a word and its parameters, those of RFC 2231 put together.
 *
 * @param word in lower case
 * @param params by names in lower case
 */
record Described(String word, Map<String, String> params) {
    private static final int MOST = 64;
    private static final Pattern PARAM =
            Pattern.compile(";\\s*([^\\s=;\"]{1,60})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,4000}+)\"?|([^;]{0,4000}))");
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*(?:(\\d{1,2})(\\*?))?");

    static Described of(String raw) {
        int end = raw.indexOf(';');
        String word = (end < 0 ? raw : raw.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        var said = new HashMap<String, String>();
        Matcher param = PARAM.matcher(end < 0 ? "" : raw.substring(end));
        while (param.find() && said.size() < MOST) {
            String value = param.group(2) == null ? param.group(3).strip() : unquoted(param.group(2));
            said.putIfAbsent(param.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new Described(word, joined(said));
    }

    /** As words; empty when there is none. */
    String param(String name) {
        return params.getOrDefault(name, "");
    }

    private static String unquoted(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    private static Map<String, String> joined(Map<String, String> said) {
        var params = new HashMap<String, String>();
        said.forEach((name, value) -> {
            Matcher piece = PIECE.matcher(name);
            if (!piece.matches()) {
                params.put(name, HeaderWords.text(value));
            } else if (piece.group(2) == null || piece.group(2).equals("0")) {
                params.put(piece.group(1), extended(said, piece.group(1)));
            }
        });
        return params;
    }

    /** {@code name*=utf-8''%D0%A7}, or the same in pieces. */
    private static String extended(Map<String, String> said, String name) {
        var raw = new StringBuilder(said.getOrDefault(name + "*", ""));
        boolean coded = said.containsKey(name + "*");
        for (int each = 0; each < MOST; each++) {
            String piece = said.get(name + "*" + each + "*");
            coded |= piece != null;
            String next = piece == null ? said.get(name + "*" + each) : piece;
            if (next == null) {
                break;
            }
            raw.append(next);
        }
        String[] parts = raw.toString().split("'", 3);
        if (!coded || parts.length < 3) {
            return HeaderWords.text(raw.toString());
        }
        byte[] bytes = parts[2].replace('%', '=').getBytes(StandardCharsets.ISO_8859_1);
        return TidyText.line(Charsets.words(Coding.quotedPrintable(bytes, 0, bytes.length, false), parts[0]));
    }
}

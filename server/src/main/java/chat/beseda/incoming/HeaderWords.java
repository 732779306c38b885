package chat.beseda.incoming;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a header: RFC 2047's encoded ones, those that programs encode wrongly, and bytes that nobody encoded. */
final class HeaderWords {
    private static final Pattern ENCODED = Pattern.compile(
            "=\\?([A-Za-z0-9._:+-]{1,40})(?:\\*[A-Za-z-]{0,20})?\\?([bBqQ])\\?(.{0,1000}?)\\?=", Pattern.DOTALL);

    private HeaderWords() {}

    /**
     * One line of text.
     *
     * @param raw the bytes of a header as ISO-8859-1
     */
    static String text(String raw) {
        var words = new StringBuilder();
        var piece = new Piece();
        Matcher encoded = ENCODED.matcher(raw);
        int from = 0;
        while (encoded.find()) {
            String between = raw.substring(from, encoded.start());
            if (from == 0 || !between.isBlank()) {
                words.append(piece.taken()).append(plain(between));
            }
            String coding = encoded.group(2);
            String charset = encoded.group(1);
            if (!piece.goesOn(charset)) {
                words.append(piece.taken());
            }
            piece.add(charset, decoded(coding, encoded.group(3)));
            from = encoded.end();
        }
        words.append(piece.taken()).append(plain(raw.substring(from)));
        return TidyText.line(words.toString());
    }

    private static byte[] decoded(String coding, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return coding.equalsIgnoreCase("b")
                ? Coding.base64(bytes, 0, bytes.length)
                : Coding.quotedPrintable(bytes, 0, bytes.length, true);
    }

    private static String plain(String raw) {
        return Charsets.words(raw.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    /** Neighbours of one charset: letters are cut in two between them, though they may not be. */
    private static final class Piece {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";

        boolean goesOn(String next) {
            return bytes.size() == 0 || charset.equalsIgnoreCase(next);
        }

        void add(String name, byte[] more) {
            charset = name;
            bytes.writeBytes(more);
        }

        String taken() {
            String words = Charsets.words(bytes.toByteArray(), charset);
            bytes.reset();
            return words;
        }
    }
}

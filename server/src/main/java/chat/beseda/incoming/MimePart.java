package chat.beseda.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One part of a letter, a range of its bytes; with the parts it is made of, to a depth and of a number that have an end. */
final class MimePart {
    static final int MOST_PARTS = 200;
    static final int DEEPEST = 8;
    private static final int LONGEST_BOUNDARY = 200;
    private static final int LONGEST_LINE = 1_000;

    private final byte[] letter;
    private final int from;
    private final int to;
    private final Headers headers;
    private final Described type;
    private final List<MimePart> parts = new ArrayList<>();
    private boolean cut;

    private MimePart(byte[] letter, int from, int to) {
        this.letter = letter;
        this.headers = new Headers(letter, from, to);
        this.from = headers.end();
        this.to = Math.max(to, this.from);
        this.type = Described.of(headers.raw("content-type"));
    }

    static MimePart of(byte[] letter) {
        var budget = new Budget();
        var whole = new MimePart(letter, 0, letter.length);
        whole.divide(0, budget);
        whole.cut = budget.left == 0;
        return whole;
    }

    private static final class Budget {
        private int left = MOST_PARTS;
    }

    private void divide(int depth, Budget budget) {
        String boundary = type.param("boundary");
        if (!type.word().startsWith("multipart/")
                || boundary.isEmpty()
                || boundary.length() > LONGEST_BOUNDARY
                || depth >= DEEPEST) {
            return;
        }
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int begun = -1;
        int at = from;
        while (at < to && budget.left > 0) {
            int feed = Headers.lineEnd(letter, at, to);
            if (isMark(mark, at, feed)) {
                add(begun, at, depth, budget);
                boolean over = isEnd(at + mark.length, feed);
                begun = over ? -1 : Math.min(to, feed + 1);
                at = over ? to : at;
            }
            at = Math.max(at, feed + 1);
        }
        if (budget.left > 0) {
            add(begun, to, depth, budget);
        }
    }

    private void add(int begin, int end, int depth, Budget budget) {
        if (begin >= 0) {
            int last = end > begin && end < to && letter[end - 1] == '\n' ? end - 1 : end;
            budget.left--;
            var part = new MimePart(letter, begin, last > begin && letter[last - 1] == '\r' ? last - 1 : last);
            part.divide(depth + 1, budget);
            parts.add(part);
        }
    }

    private boolean isMark(byte[] mark, int at, int feed) {
        if (feed - at < mark.length) {
            return false;
        }
        for (int each = 0; each < mark.length; each++) {
            if (letter[at + each] != mark[each]) {
                return false;
            }
        }
        int rest = feed - at - mark.length;
        return rest <= 2 || letter[at + mark.length] == '-' || Character.isWhitespace(letter[at + mark.length]);
    }

    private boolean isEnd(int after, int feed) {
        return after + 1 < feed && letter[after] == '-' && letter[after + 1] == '-';
    }

    /** It has more parts than are looked at. Known of a whole letter. */
    boolean isCut() {
        return cut;
    }

    Headers headers() {
        return headers;
    }

    /** In lower case; a part that says nothing is plain text. */
    String type() {
        return type.word().isEmpty() ? "text/plain" : type.word();
    }

    String param(String name) {
        return type.param(name);
    }

    List<MimePart> parts() {
        return parts;
    }

    /** Its bytes, unwrapped; never more than the letter has. */
    byte[] bytes() {
        return Coding.decoded(letter, from, to, headers.raw("content-transfer-encoding"));
    }

    /** In bytes, as wrapped. */
    int size() {
        return to - from;
    }

    /** Its words, of so many bytes at most; of more, whole lines where it has lines. */
    String words(int most) {
        boolean isCut = size() > most;
        int end = isCut ? lastLine(from + most) : to;
        byte[] bytes = Coding.decoded(letter, from, end, headers.raw("content-transfer-encoding"));
        return Charsets.words(bytes, param("charset"), isCut);
    }

    private int lastLine(int end) {
        for (int at = end; at > Math.max(from, end - LONGEST_LINE); at--) {
            if (letter[at - 1] == '\n') {
                return at;
            }
        }
        return end;
    }
}

package chat.beseda.incoming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a letter or of a part, unfolded; at most so many and so long. Their values are the bytes as ISO-8859-1. */
final class Headers {
    static final int MOST = 500;
    static final int LONGEST = 16_384;

    private record Header(String name, String value) {}

    private final List<Header> all = new ArrayList<>();
    private final int end;

    /** Reads those of the bytes between; what isn't a header is passed over. */
    Headers(byte[] bytes, int from, int to) {
        int at = from;
        String name = "";
        var value = new StringBuilder();
        while (at < to) {
            int feed = lineEnd(bytes, at, to);
            int last = feed > at && bytes[feed - 1] == '\r' ? feed - 1 : feed;
            int next = Math.min(to, feed + 1);
            if (last == at) {
                at = next;
                break;
            }
            boolean goesOn = bytes[at] == ' ' || bytes[at] == '\t';
            int colon = goesOn ? -1 : colon(bytes, at, last);
            if (!goesOn) {
                put(name, value);
                name = colon < 0 ? "" : text(bytes, at, colon).strip().toLowerCase(Locale.ROOT);
            }
            append(value, bytes, goesOn ? at : colon < 0 ? last : colon + 1, last);
            at = next;
        }
        put(name, value);
        end = at;
    }

    /** Where the body begins. */
    int end() {
        return end;
    }

    /** The first of this name, raw; empty when there is none. */
    String raw(String name) {
        return find(name).orElse("");
    }

    Optional<String> find(String name) {
        return all.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private void put(String name, StringBuilder value) {
        if (!name.isEmpty() && all.size() < MOST) {
            all.add(new Header(name, value.toString().strip()));
        }
        value.setLength(0);
    }

    private static void append(StringBuilder value, byte[] bytes, int from, int to) {
        int room = LONGEST - value.length();
        if (room > 0) {
            value.append(text(bytes, from, Math.min(to, from + room)));
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int colon(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == ':') {
                return at;
            }
            if (bytes[at] == ' ' && at + 1 < to && bytes[at + 1] != ':') {
                return -1;
            }
        }
        return -1;
    }

    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}

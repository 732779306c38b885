package chat.beseda.incoming;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** How bytes are wrapped in a letter, unwrapped: what is wrong in it is left out. The result is never longer than what it is made of. */
final class Coding {
    private static final int BITS = 6;
    private static final int BYTE = 8;
    private static final int HEX = 16;

    private Coding() {}

    /** @param name of Content-Transfer-Encoding */
    static byte[] decoded(byte[] bytes, int from, int to, String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes, from, to);
            case "quoted-printable" -> quotedPrintable(bytes, from, to, false);
            default -> Arrays.copyOfRange(bytes, from, to);
        };
    }

    static byte[] base64(byte[] bytes, int from, int to) {
        var out = new ByteArrayOutputStream(Math.max(0, (to - from) / 4 * 3));
        int held = 0;
        int bits = 0;
        for (int at = from; at < to; at++) {
            int value = value(bytes[at]);
            if (bytes[at] == '=') {
                bits = 0;
            } else if (value >= 0) {
                held = (held << BITS) | value;
                bits += BITS;
                if (bits >= BYTE) {
                    bits -= BYTE;
                    out.write(held >> bits);
                }
            }
        }
        return out.toByteArray();
    }

    private static int value(byte letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 26;
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 52;
        }
        return switch (letter) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> -1;
        };
    }

    /** @param inHeader RFC 2047's kind, where an underscore is a space */
    static byte[] quotedPrintable(byte[] bytes, int from, int to, boolean inHeader) {
        var out = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            byte each = bytes[at];
            if (each == '=' && at + 2 < to && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0) {
                out.write(hex(bytes[at + 1]) * HEX + hex(bytes[at + 2]));
                at += 3;
            } else if (each == '=' && softEnd(bytes, at + 1, to) > at) {
                at = softEnd(bytes, at + 1, to);
            } else {
                out.write(inHeader && each == '_' ? ' ' : each);
                at++;
            }
        }
        return out.toByteArray();
    }

    private static int hex(byte digit) {
        return Character.digit(digit, HEX);
    }

    /** Where the next line begins when nothing but spaces follows; otherwise -1. */
    private static int softEnd(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return -1;
            }
        }
        return to;
    }
}

package chat.beseda.reports;

import java.nio.charset.StandardCharsets;

/** Reads what {@link NumberWriter} wrote. Not thread-safe. */
final class NumberReader {
    private final byte[] bytes;
    private int at;

    NumberReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    long number() {
        long number = bytes[at++];
        if (number < 0) {
            number &= 0x7F;
            int shift = 7;
            long next = bytes[at++];
            while (next < 0) {
                number |= (next & 0x7F) << shift;
                shift += 7;
                next = bytes[at++];
            }
            number |= next << shift;
        }
        return (number >>> 1) ^ -(number & 1);
    }

    int small() {
        return (int) number();
    }

    /** What is read from. */
    byte[] source() {
        return bytes;
    }

    /** Goes on behind so many bytes and tells where they began. */
    int skip(int length) {
        at += length;
        return at - length;
    }

    String text() {
        int length = small();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}

package chat.beseda.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of numbers, each as many as it needs: LEB128, the sign in the lowest bit. Not thread-safe. */
final class NumberWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void number(long number) {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes.writeBytes(encoded);
    }

    void bytes(byte[] more) {
        bytes.writeBytes(more);
    }

    byte[] whole() {
        return bytes.toByteArray();
    }
}

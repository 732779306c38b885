package chat.beseda.files;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a WebP as it looks: EXIF, XMP and what nobody knows stay behind. */
final class WebpCopy {
    private static final int CHUNK = 8;
    private static final int ENOUGH = 10;
    private static final int NOTES = 0x08 | 0x04;
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpCopy() {}

    /** @param out the size in the file's head is written by {@link #headed} afterwards */
    static PictureSize copy(InputStream file, OutputStream out) throws IOException {
        var in = new DataInputStream(file);
        in.skipNBytes(12);
        out.write("RIFF\0\0\0\0WEBP".getBytes(StandardCharsets.ISO_8859_1));
        PictureSize size = new PictureSize(0, 0);
        byte[] head = new byte[CHUNK];
        while (more(in, head)) {
            String name = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(little(head, 4));
            long padded = length + length % 2;
            if (!KEPT.contains(name)) {
                in.skipNBytes(padded);
                continue;
            }
            byte[] start = new byte[(int) Math.min(ENOUGH, length)];
            in.readFully(start);
            size = size.width() > 0 ? size : size(name, start);
            if (name.equals("VP8X")) {
                start[0] &= (byte) ~NOTES;
            }
            out.write(head);
            out.write(start);
            Copied.exactly(in, out, padded - start.length);
        }
        out.flush();
        return size;
    }

    /** The first twelve bytes of a file of that length. */
    static byte[] headed(long length) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt((int) (length - CHUNK))
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static boolean more(DataInputStream in, byte[] head) throws IOException {
        int read = in.readNBytes(head, 0, CHUNK);
        if (read > 0 && read < CHUNK) {
            throw new EOFException("half a chunk");
        }
        return read == CHUNK;
    }

    private static PictureSize size(String name, byte[] start) {
        if (start.length < ENOUGH) {
            return new PictureSize(0, 0);
        }
        return switch (name) {
            case "VP8X" -> new PictureSize((little(start, 4) & 0xffffff) + 1, (little(start, 6) >>> 8) + 1);
            case "VP8 " -> new PictureSize(little(start, 6) & 0x3fff, little(start, 6) >>> 16 & 0x3fff);
            case "VP8L" -> new PictureSize((little(start, 1) & 0x3fff) + 1, (little(start, 1) >>> 14 & 0x3fff) + 1);
            default -> new PictureSize(0, 0);
        };
    }

    private static int little(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}

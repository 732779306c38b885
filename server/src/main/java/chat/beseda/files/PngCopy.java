package chat.beseda.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a PNG as it looks: texts, EXIF, times and whatever follows its end stay behind. */
final class PngCopy {
    private static final int SIGNATURE = 8;
    private static final int CHECK = 4;
    private static final int HEADER_LENGTH = 13;
    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    /** What changes how it looks, and what makes it move. */
    private static final Set<String> KEPT = Set.of(
            "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    private PngCopy() {}

    static PictureSize copy(InputStream file, OutputStream to) throws IOException {
        var in = new DataInputStream(file);
        var out = new DataOutputStream(to);
        byte[] signature = new byte[SIGNATURE];
        in.readFully(signature);
        out.write(signature);
        PictureSize size = header(in, out);
        String name = "";
        while (!name.equals(END)) {
            int length = in.readInt();
            byte[] type = new byte[4];
            in.readFully(type);
            name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new DamagedPicture("a chunk of more than 2 GB");
            }
            if (name.equals(HEADER)) {
                throw new DamagedPicture("two headers: readers disagree on which of them counts");
            }
            if (KEPT.contains(name)) {
                head(out, length, type);
                Copied.exactly(in, out, (long) length + CHECK);
            } else {
                in.skipNBytes((long) length + CHECK);
            }
        }
        out.flush();
        return size;
    }

    /** The first chunk of every PNG. */
    private static PictureSize header(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] chunk = new byte[4 + 4 + HEADER_LENGTH + CHECK];
        in.readFully(chunk);
        ByteBuffer header = ByteBuffer.wrap(chunk);
        if (header.getInt(0) != HEADER_LENGTH || !new String(chunk, 4, 4, StandardCharsets.ISO_8859_1).equals(HEADER)) {
            throw new DamagedPicture("no header");
        }
        out.write(chunk);
        return new PictureSize(header.getInt(8), header.getInt(12));
    }

    private static void head(DataOutputStream out, int length, byte[] type) throws IOException {
        out.writeInt(length);
        out.write(type);
    }
}

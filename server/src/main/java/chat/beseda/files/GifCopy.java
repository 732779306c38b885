package chat.beseda.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Copies a GIF as it looks and moves: comments, notes of programs and whatever follows its end stay behind. */
final class GifCopy {
    private static final int HEAD = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int END = 0x3b;
    private static final int MOVES = 0xf9;
    private static final int PROGRAM = 0xff;

    private final DataInputStream in;
    private final OutputStream out;

    private GifCopy(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    static PictureSize copy(InputStream in, OutputStream out) throws IOException {
        return new GifCopy(in, out).all();
    }

    private PictureSize all() throws IOException {
        byte[] head = new byte[HEAD];
        in.readFully(head);
        out.write(head);
        colours(head[10]);
        int block = in.read();
        while (block == IMAGE || block == EXTENSION) {
            if (block == IMAGE) {
                image();
            } else {
                extension(in.readUnsignedByte());
            }
            block = in.read();
        }
        if (block != END && block >= 0) {
            throw new DamagedPicture("no such block");
        }
        out.write(END);
        out.flush();
        ByteBuffer size = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return new PictureSize(Short.toUnsignedInt(size.getShort(6)), Short.toUnsignedInt(size.getShort(8)));
    }

    private void image() throws IOException {
        byte[] place = new byte[9];
        in.readFully(place);
        out.write(IMAGE);
        out.write(place);
        colours(place[8]);
        out.write(in.readUnsignedByte());
        pieces(true);
    }

    private void extension(int label) throws IOException {
        int length = in.readUnsignedByte();
        byte[] first = in.readNBytes(length);
        boolean kept = label == MOVES
                || (label == PROGRAM && new String(first, StandardCharsets.ISO_8859_1).equals("NETSCAPE2.0"));
        if (kept) {
            out.write(EXTENSION);
            out.write(label);
            out.write(length);
            out.write(first);
        }
        if (length > 0) {
            pieces(kept);
        }
    }

    private void pieces(boolean kept) throws IOException {
        int length = -1;
        while (length != 0) {
            length = in.readUnsignedByte();
            byte[] piece = new byte[length];
            in.readFully(piece);
            if (kept) {
                out.write(length);
                out.write(piece);
            }
        }
    }

    private void colours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            Copied.exactly(in, out, 3L << ((flags & 7) + 1));
        }
    }
}

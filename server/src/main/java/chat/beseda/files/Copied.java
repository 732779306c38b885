package chat.beseda.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Copies a part of a file. */
final class Copied {
    private static final int PIECE = 16 * 1024;

    private Copied() {}

    /** @throws java.io.EOFException when there are fewer bytes */
    static void exactly(DataInputStream in, OutputStream out, long bytes) throws IOException {
        var piece = new byte[PIECE];
        for (long left = bytes; left > 0; left -= PIECE) {
            int some = (int) Math.min(PIECE, left);
            in.readFully(piece, 0, some);
            out.write(piece, 0, some);
        }
    }
}

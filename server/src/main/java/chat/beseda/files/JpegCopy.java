package chat.beseda.files;

import chat.beseda.photos.ExifOrientation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies a JPEG as it looks: the picture itself, its colours and how it is to be turned. Where and with what it was taken, comments, its
 * small twin and whatever follows its end stay behind. Not thread-safe; used once.
 */
final class JpegCopy {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int COMMENT = 0xfe;
    private static final int UPRIGHT = 1;
    private static final int TURN = 36;

    private final DataInputStream in;
    private final DataOutputStream out;
    private int orientation = UPRIGHT;
    private boolean begun;
    private @Nullable PictureSize size;

    private JpegCopy(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    static PictureSize copy(InputStream in, OutputStream out) throws IOException {
        return new JpegCopy(in, out).all();
    }

    private PictureSize all() throws IOException {
        if (in.readUnsignedShort() != (0xff00 | START)) {
            throw new DamagedPicture("no start");
        }
        out.writeShort(0xff00 | START);
        int marker = next();
        while (marker != END) {
            marker = segment(marker);
        }
        out.writeShort(0xff00 | END);
        out.flush();
        if (size == null) {
            throw new DamagedPicture("no frame");
        }
        return orientation > 4 ? size.turned() : size;
    }

    private int next() throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw new DamagedPicture("no marker");
        }
        int marker = 0xff;
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** Copies a segment, or leaves it out; returns the marker that follows. */
    private int segment(int marker) throws IOException {
        if (marker == 1 || (marker >= 0xd0 && marker < START)) {
            out.writeShort(0xff00 | marker);
            return next();
        }
        int length = in.readUnsignedShort() - 2;
        byte[] content = length < 0 ? new byte[0] : in.readNBytes(length);
        if (content.length != length) {
            throw new DamagedPicture("cut off");
        }
        if (marker == EXIF) {
            noteTurn(content);
        }
        if (isFrame(marker) && content.length >= 5) {
            if (size != null) {
                throw new DamagedPicture("two frames: readers disagree on which of them counts");
            }
            ByteBuffer frame = ByteBuffer.wrap(content);
            size = new PictureSize(Short.toUnsignedInt(frame.getShort(3)), Short.toUnsignedInt(frame.getShort(1)));
        }
        if (isKept(marker, content)) {
            write(marker, content);
        }
        return marker == SCAN ? scan() : next();
    }

    private void write(int marker, byte[] content) throws IOException {
        boolean preface = marker >= 0xe0 && marker <= 0xef;
        if (!preface && !begun) {
            begun = true;
            writeTurn();
        }
        out.writeShort(0xff00 | marker);
        out.writeShort(content.length + 2);
        out.write(content);
    }

    /** Of a turned picture's own notes the turn is all that is kept: one directory with one entry, as TIFF has it. */
    private void writeTurn() throws IOException {
        if (orientation == UPRIGHT) {
            return;
        }
        ByteBuffer turn = ByteBuffer.allocate(TURN)
                .putShort((short) (0xff00 | EXIF))
                .putShort((short) (TURN - 2))
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        out.write(turn.array());
    }

    /** The compressed picture: as it is, up to the next marker. One that breaks off is closed there. */
    private int scan() throws IOException {
        int each = in.read();
        while (each >= 0) {
            if (each != 0xff) {
                out.write(each);
                each = in.read();
                continue;
            }
            int after = in.read();
            while (after == 0xff) {
                after = in.read();
            }
            boolean within = after == 0 || (after >= 0xd0 && after < START);
            if (!within) {
                return after < 0 ? END : after;
            }
            out.writeShort(0xff00 | after);
            each = in.read();
        }
        return END;
    }

    private void noteTurn(byte[] content) {
        byte[] file = ByteBuffer.allocate(content.length + 6)
                .putShort((short) (0xff00 | START))
                .putShort((short) (0xff00 | EXIF))
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
        int said = ExifOrientation.of(file);
        if (said > UPRIGHT && said <= 8) {
            orientation = said;
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Of the notes of programs only those without which the picture looks otherwise. */
    private static boolean isKept(int marker, byte[] content) {
        return switch (marker) {
            case 0xe0 -> startsWith(content, "JFIF\0");
            case 0xe2 -> startsWith(content, "ICC_PROFILE\0");
            case 0xee -> startsWith(content, "Adobe");
            case COMMENT -> false;
            default -> marker < 0xe0 || marker > 0xef;
        };
    }

    private static boolean startsWith(byte[] content, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }
}

package chat.beseda.photos;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a JPEG wants to be turned: the number of the EXIF tag "orientation", 1 when there is none or it makes no sense. */
public final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int EXIF_SEGMENT = 0xffe1;
    private static final int IMAGE_DATA = 0xffda;
    private static final int EXIF_HEADER = 6;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /**
     * Reads it.
     *
     * @param jpeg the file, or its beginning
     */
    public static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg).position(2));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer file) {
        while (file.remaining() > 4) {
            int marker = Short.toUnsignedInt(file.getShort());
            int length = Short.toUnsignedInt(file.getShort()) - 2;
            if (marker == IMAGE_DATA) {
                return UPRIGHT;
            }
            if (marker == EXIF_SEGMENT && length > EXIF_HEADER && file.getInt(file.position()) == 0x45786966) {
                return inTiff(file.slice(file.position() + EXIF_HEADER, length - EXIF_HEADER));
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                return tiff.getShort(entry + 8);
            }
        }
        return UPRIGHT;
    }
}

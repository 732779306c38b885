package chat.beseda.photos;

import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.InvalidFields;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture as somebody sent it: known by its first bytes, whatever it calls itself. Nothing of it is believed. */
final class PictureFile {
    private static final long MOST_PIXELS = 25_000_000;
    private static final int FEWEST_PIXELS = 32;
    private static final int ENOUGH_PIXELS = 1_024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] GIF = {'G', 'I', 'F', '8'};

    private final byte[] bytes;
    private final String format;

    private PictureFile(byte[] bytes, String format) {
        this.bytes = bytes;
        this.format = format;
    }

    static PictureFile of(byte[] bytes) {
        if (bytes.length > Photos.MOST_BYTES) {
            throw refusal("photo_too_large", Long.toString(bytes.length));
        }
        if (startsWith(bytes, PNG)) {
            return new PictureFile(bytes, "png");
        }
        if (startsWith(bytes, JPEG)) {
            return new PictureFile(bytes, "jpeg");
        }
        if (startsWith(bytes, GIF)) {
            return new PictureFile(bytes, "gif");
        }
        throw refusal("photo_format", null);
    }

    /** The picture, upright, no finer than it is needed. Its size is read first: a small file may unpack to gigabytes. */
    BufferedImage decoded() {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS || Math.min(width, height) < FEWEST_PIXELS) {
                throw refusal("photo_size", width + " × " + height);
            }
            ImageReadParam coarsely = reader.getDefaultReadParam();
            int step = Math.max(1, (int) (Math.min(width, height) / ENOUGH_PIXELS));
            int side = (int) Math.min(width, height);
            coarsely.setSourceRegion(new Rectangle((int) (width - side) / 2, (int) (height - side) / 2, side, side));
            coarsely.setSourceSubsampling(step, step, 0, 0);
            BufferedImage picture = reader.read(0, coarsely);
            return Turned.upright(picture, format.equals("jpeg") ? ExifOrientation.of(bytes) : 1);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw refusal("photo_format", null);
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static InvalidFields refusal(String code, @Nullable String value) {
        var checks = new FieldChecks();
        checks.add("photo", code, value, Map.of());
        return checks.refusal();
    }
}

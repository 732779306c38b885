package chat.beseda.files;

import chat.beseda.photos.ExifOrientation;
import chat.beseda.photos.Turned;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws a picture anew as large as a conversation shows it. A picture is decoded no finer than that, so that a small file that unpacks to
 * gigabytes costs some megabytes; what would cost more is left alone: JPEGs of several scans, which are held whole and drawn once for
 * each of them. So is what Java does not read (WebP), what moves (GIF) and what lies mirrored.
 */
final class SmallPicture {
    /** Twice the largest side that the windows draw, for fine screens. */
    static final int LONGEST_SIDE = 560;

    private static final int ENOUGH_OF_THE_HEAD = 256 * 1024;
    private static final int SCAN = 0xda;

    private SmallPicture() {}

    /**
     * The file of the small picture, a PNG where something is transparent, else a JPEG; nothing where the picture has to be shown itself.
     *
     * @param type the media type of the picture
     */
    static Optional<byte[]> of(Path picture, String type) {
        try {
            return switch (type) {
                case "image/jpeg" -> small(picture, "jpeg", head(picture));
                case "image/png" -> small(picture, "png", new byte[0]);
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException damaged) { // whatever a decoder says of hostile bytes
            return Optional.empty();
        }
    }

    private static Optional<byte[]> small(Path picture, String format, byte[] jpeg) throws IOException {
        int orientation = jpeg.length == 0 ? 1 : ExifOrientation.of(jpeg);
        boolean mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
        if (mirrored || (format.equals("jpeg") && !isOneScan(jpeg))) {
            return Optional.empty();
        }
        Optional<BufferedImage> decoded = decoded(picture, format);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        byte[] small = encoded(Turned.upright(shrunk(decoded.get()), orientation));
        return small.length < Files.size(picture) ? Optional.of(small) : Optional.empty();
    }

    /** Its size is read first. */
    private static Optional<BufferedImage> decoded(Path picture, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(picture.toFile())) {
            reader.setInput(input, true, true);
            var size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
            int longest = Math.max(size.width(), size.height());
            if (!size.mayBeShown() || longest <= LONGEST_SIDE) {
                return Optional.empty();
            }
            ImageReadParam coarsely = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * LONGEST_SIDE));
            coarsely.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, coarsely));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        BufferedImage now = picture;
        while (longest(now) > LONGEST_SIDE) {
            double scale = Math.max(0.5, (double) LONGEST_SIDE / longest(now));
            now = drawn(now, side(now.getWidth(), scale), side(now.getHeight(), scale));
        }
        return now;
    }

    private static int longest(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }

    private static int side(int now, double scale) {
        return Math.max(1, (int) Math.round(now * scale));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        boolean seenThrough = picture.getColorModel().hasAlpha();
        var canvas = new BufferedImage(
                width, height, seenThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setRenderingHints(Map.of(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC,
                RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY));
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return canvas;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, picture.getColorModel().hasAlpha() ? "png" : "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] head(Path picture) throws IOException {
        try (InputStream file = Files.newInputStream(picture)) {
            return file.readNBytes(ENOUGH_OF_THE_HEAD);
        }
    }

    /** Whether a JPEG's first scan holds all of its frame; one whose scan lies too far behind counts as another kind. */
    private static boolean isOneScan(byte[] jpeg) {
        int components = -1;
        int at = 2;
        while (at + 4 < jpeg.length) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker == SCAN) {
                return (jpeg[at + 4] & 0xff) == components;
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                boolean sequential = marker <= 0xc1;
                if (!sequential || components >= 0 || at + 9 >= jpeg.length) {
                    return false;
                }
                components = jpeg[at + 9] & 0xff;
            }
            at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
        }
        return false;
    }
}

package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Of a picture that somebody sent a small one is drawn, or none; hostile bytes cost little. */
class SmallPictureTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void aPhotoBecomesSmall() throws IOException {
        byte[] photo = encoded(drawn(3000, 2000, BufferedImage.TYPE_INT_RGB), "jpg");
        BufferedImage small = seen(of(photo, "image/jpeg").orElseThrow());
        assertThat(small.getWidth()).isEqualTo(560);
        assertThat(small.getHeight()).isBetween(372, 374);
        assertThat(new Color(small.getRGB(5, 5)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(550, 365)).getRed()).isLessThan(60);
    }

    @Test
    void aTurnedPhotoStandsUpright() throws IOException {
        byte[] photo = turned(encoded(drawn(1600, 800, BufferedImage.TYPE_INT_RGB), "jpg"), 6);
        BufferedImage small = seen(of(photo, "image/jpeg").orElseThrow());
        assertThat(small.getHeight()).isEqualTo(560);
        assertThat(new Color(small.getRGB(270, 5)).getRed()).isGreaterThan(200);
        byte[] mirrored = turned(encoded(drawn(1600, 800, BufferedImage.TYPE_INT_RGB), "jpg"), 2);
        assertThat(of(mirrored, "image/jpeg")).isEmpty();
    }

    @Test
    void whatIsTransparentStaysSo() throws IOException {
        var empty = new BufferedImage(1400, 900, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = empty.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.RED, 700, 900, Color.GREEN));
        pen.fillRect(0, 0, 700, 900);
        pen.dispose();
        BufferedImage small = seen(of(encoded(empty, "png"), "image/png").orElseThrow());
        assertThat(small.getRGB(500, 100) >>> 24).isZero();
        assertThat(small.getRGB(100, 100) >>> 24).isEqualTo(255);
    }

    @Test
    void whatIsSmallOrNotReadOrNotWhatItSaysIsLeftAlone() throws IOException {
        byte[] jpeg = encoded(drawn(1600, 800, BufferedImage.TYPE_INT_RGB), "jpg");
        assertThat(of(encoded(drawn(300, 200, BufferedImage.TYPE_INT_RGB), "jpg"), "image/jpeg"))
                .isEmpty();
        assertThat(of(jpeg, "image/png")).isEmpty();
        assertThat(of(jpeg, "image/webp")).isEmpty();
        assertThat(of(jpeg, "image/gif")).isEmpty();
        assertThat(of(new byte[0], "image/jpeg")).isEmpty();
    }

    @Test
    void aPictureThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] bomb = bomb(30_000, 30_000, 10);
        assertThat(allocated(() -> assertThat(of(bomb, "image/png")).isEmpty())).isLessThan(8 * MEGABYTE);
    }

    @Test
    void oneThatMayJustBeDecodedCostsSomeMegabytes() throws IOException {
        byte[] large = bomb(8_000, 5_000, 5_000);
        assertThat(allocated(() -> of(large, "image/png"))).isLessThan(48 * MEGABYTE);
    }

    @Test
    void aPhotoOfManyScansIsLeftAlone() throws IOException {
        assertThat(of(progressive(drawn(2000, 1500, BufferedImage.TYPE_INT_RGB)), "image/jpeg"))
                .isEmpty();
        byte[] split = encoded(drawn(2000, 1500, BufferedImage.TYPE_INT_RGB), "jpg");
        int scan = indexOf(split, 0xda);
        split[scan + 4] = 1;
        assertThat(of(split, "image/jpeg")).isEmpty();
    }

    @Test
    void aRowOfManyPixelsIsNotUnpacked() throws IOException {
        byte[] row = bomb(44_000_000, 1, 1);
        assertThat(allocated(() -> assertThat(of(row, "image/png")).isEmpty())).isLessThan(8 * MEGABYTE);
    }

    @Property(tries = 60)
    void whateverIsBrokenInAPictureNothingElseBreaks(@ForAll Random chance) throws IOException {
        boolean jpeg = chance.nextBoolean();
        byte[] bytes = encoded(drawn(700, 500, BufferedImage.TYPE_INT_RGB), jpeg ? "jpg" : "png");
        for (int i = chance.nextInt(12); i > 0; i--) {
            bytes[chance.nextInt(chance.nextBoolean() ? 200 : bytes.length)] = (byte) chance.nextInt();
        }
        byte[] torn = Arrays.copyOf(bytes, chance.nextBoolean() ? bytes.length : 1 + chance.nextInt(bytes.length));
        Optional<byte[]> small = of(torn, jpeg ? "image/jpeg" : "image/png");
        if (small.isPresent()) {
            assertThat(seen(small.get()).getWidth()).isLessThanOrEqualTo(560);
        }
    }

    private static Optional<byte[]> of(byte[] bytes, String type) throws IOException {
        Path file = Files.createTempFile("picture", "");
        try {
            Files.write(file, bytes);
            return SmallPicture.of(file, type);
        } finally {
            Files.delete(file);
        }
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
        }
        return at;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long allocated(Work work) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** From white in the left upper corner to black in the right lower one. */
    private static BufferedImage drawn(int width, int height, int type) {
        var picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, width, height, Color.BLACK));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam wanted = writer.getDefaultWriteParam();
        wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    private static BufferedImage seen(byte[] small) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(picture).isNotNull();
        return picture;
    }

    /** Puts EXIF with an orientation behind the start of a JPEG. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putInt(0)
                .putShort((short) 0);
        return exif.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A grey PNG of that size, all black, with so many of its rows. */
    private static byte[] bomb(int width, int height, int rows) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[width + 1];
            for (int i = 0; i < rows; i++) {
                deflater.write(row);
            }
        }
        var png = new ByteArrayOutputStream();
        var out = new DataOutputStream(png);
        out.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
        chunk(out, "IHDR", head);
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}

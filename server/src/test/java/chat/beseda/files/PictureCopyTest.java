package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.photos.ExifOrientation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Of a picture stays what one sees, and nothing of where it was taken. */
class PictureCopyTest {
    private static final String SECRET = "GPS 58.0105 56.2502";

    @Test
    void aJpegLosesEverythingButItsTurn() throws IOException {
        byte[] plain = drawn("jpg");
        byte[] exif = ByteBuffer.allocate(64)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .put(SECRET.getBytes(StandardCharsets.ISO_8859_1))
                .array();
        byte[] loaded = join(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif),
                segment(0xe1, ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1)),
                segment(0xed, SECRET.getBytes(StandardCharsets.ISO_8859_1)),
                segment(0xfe, SECRET.getBytes(StandardCharsets.ISO_8859_1)),
                Arrays.copyOfRange(plain, 2, plain.length),
                SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var out = new ByteArrayOutputStream();
        assertThat(JpegCopy.copy(new ByteArrayInputStream(loaded), out)).isEqualTo(new PictureSize(20, 40));
        assertThat(latin(out.toByteArray())).doesNotContain("GPS");
        assertThat(ExifOrientation.of(out.toByteArray())).isEqualTo(6);
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(plain));
    }

    @Test
    void anUprightJpegIsTheSameWithoutNotes() throws IOException {
        byte[] plain = drawn("jpg");
        var out = new ByteArrayOutputStream();
        assertThat(JpegCopy.copy(new ByteArrayInputStream(plain), out)).isEqualTo(new PictureSize(40, 20));
        assertThat(out.toByteArray()).isEqualTo(plain);
    }

    @Test
    void aPictureOfTwoSizesIsNone() throws IOException {
        byte[] png = drawn("png");
        byte[] header = Arrays.copyOfRange(png, 8, 8 + 25);
        byte[] twice = join(Arrays.copyOf(png, 8 + 25), header, Arrays.copyOfRange(png, 8 + 25, png.length));
        assertThatThrownBy(() -> copy("png", twice)).isInstanceOf(DamagedPicture.class);
        byte[] late = join(Arrays.copyOf(png, 8), chunk("tEXt", "a"), Arrays.copyOfRange(png, 8, png.length));
        assertThatThrownBy(() -> copy("png", late)).isInstanceOf(DamagedPicture.class);
        byte[] frame = {8, 0, 1, 0, 1, 1, 1, 0x11, 0};
        byte[] jpeg = drawn("jpg");
        byte[] twoFrames = join(Arrays.copyOf(jpeg, 2), segment(0xc0, frame), Arrays.copyOfRange(jpeg, 2, jpeg.length));
        assertThatThrownBy(() -> copy("jpg", twoFrames)).isInstanceOf(DamagedPicture.class);
    }

    @Test
    void aPngLosesItsTextsAndWhatFollowsItsEnd() throws IOException {
        byte[] plain = drawn("png");
        int header = 8 + 25;
        byte[] loaded = join(
                Arrays.copyOf(plain, header),
                chunk("tEXt", "Place\0" + SECRET),
                chunk("eXIf", SECRET),
                chunk("zzZz", SECRET),
                Arrays.copyOfRange(plain, header, plain.length),
                SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var out = new ByteArrayOutputStream();
        assertThat(PngCopy.copy(new ByteArrayInputStream(loaded), out)).isEqualTo(new PictureSize(40, 20));
        assertThat(latin(out.toByteArray())).doesNotContain("GPS");
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(plain));
    }

    @Test
    void aGifLosesItsCommentsAndWhatFollowsItsEnd() throws IOException {
        byte[] plain = drawn("gif");
        int first = 13 + ((plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1));
        byte[] comment = join(
                new byte[] {0x21, (byte) 0xfe, (byte) SECRET.length()},
                SECRET.getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0});
        byte[] loaded = join(
                Arrays.copyOf(plain, first),
                comment,
                Arrays.copyOfRange(plain, first, plain.length),
                SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var out = new ByteArrayOutputStream();
        assertThat(GifCopy.copy(new ByteArrayInputStream(loaded), out)).isEqualTo(new PictureSize(40, 20));
        assertThat(latin(out.toByteArray())).doesNotContain("GPS");
        assertThat(pixels(out.toByteArray())).isEqualTo(pixels(plain));
    }

    @Test
    void aWebpLosesItsNotesAndSaysSo() throws IOException {
        byte[] canvas = {0x0c, 0, 0, 0, 39, 0, 0, 19, 0, 0};
        byte[] picture = {0x2f, 39, (byte) 0xc0, 4, 0, 1, 2, 3, 4, 5, 6};
        byte[] loaded = join(
                "RIFF----WEBP".getBytes(StandardCharsets.ISO_8859_1),
                riff("VP8X", canvas),
                riff("VP8L", picture),
                riff("EXIF", SECRET.getBytes(StandardCharsets.ISO_8859_1)),
                riff("XMP ", SECRET.getBytes(StandardCharsets.ISO_8859_1)));
        var out = new ByteArrayOutputStream();
        assertThat(WebpCopy.copy(new ByteArrayInputStream(loaded), out)).isEqualTo(new PictureSize(40, 20));
        byte[] copy = out.toByteArray();
        assertThat(latin(copy)).doesNotContain("GPS").contains("VP8L");
        assertThat(copy[20]).as("flags").isEqualTo((byte) 0);
        byte[] head = WebpCopy.headed(copy.length);
        assertThat(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(copy.length - 8);
    }

    @Test
    void aTornPictureIsNone() throws IOException {
        for (String format : new String[] {"jpg", "png", "gif"}) {
            byte[] plain = drawn(format);
            byte[] torn = Arrays.copyOf(plain, 30);
            assertThatThrownBy(() -> copy(format, torn)).as(format).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBombIsNotShown() {
        assertThat(new PictureSize(30_000, 30_000).mayBeShown()).isFalse();
        assertThat(new PictureSize(100_000, 1).mayBeShown()).isFalse();
        assertThat(new PictureSize(0, 0).mayBeShown()).isFalse();
        assertThat(new PictureSize(6_000, 4_000).mayBeShown()).isTrue();
    }

    private static void copy(String format, byte[] file) throws IOException {
        var in = new ByteArrayInputStream(file);
        var out = new ByteArrayOutputStream();
        switch (format) {
            case "jpg" -> JpegCopy.copy(in, out);
            case "png" -> PngCopy.copy(in, out);
            default -> GifCopy.copy(in, out);
        }
    }

    private static byte[] drawn(String format) throws IOException {
        var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                picture.setRGB(x, y, ((x * 6) << 16) | ((y * 12) << 8) | 90);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static int[] pixels(byte[] file) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] chunk(String type, String content) {
        return ByteBuffer.allocate(content.length() + 12)
                .putInt(content.length())
                .put((type + content).getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

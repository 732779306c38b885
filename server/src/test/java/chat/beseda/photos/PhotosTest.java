package chat.beseda.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.beseda.forms.InvalidFields;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosTest {
    @TempDir
    Path folder;

    private Photos photos;

    @BeforeEach
    void open() {
        photos = new Photos(folder.resolve("photos"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureIsKeptAsASquareOfItsMiddle(String format) throws IOException {
        BufferedImage kept = kept(encoded(flag(), format));

        assertThat(kept.getWidth()).isEqualTo(256);
        assertThat(kept.getHeight()).isEqualTo(256);
        assertThat(isNearly(kept.getRGB(20, 128), Color.RED)).isTrue();
        assertThat(isNearly(kept.getRGB(236, 128), Color.BLUE)).isTrue();
    }

    @Test
    void theSamePictureHasTheSameName() throws IOException {
        byte[] picture = encoded(flag(), "png");

        assertThat(photos.keep(picture)).isEqualTo(photos.keep(picture)).matches("[0-9a-f]{64}");
        try (var files = Files.list(folder.resolve("photos"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothingOfTheFileSurvivesButWhatOneSees() throws IOException {
        byte[] place = "GPS 58.0105 56.2502".getBytes(StandardCharsets.UTF_8);
        byte[] jpeg = withSegment(encoded(flag(), "jpg"), 0xe1, place);
        byte[] withTail = Arrays.copyOf(jpeg, jpeg.length + place.length);
        System.arraycopy(place, 0, withTail, jpeg.length, place.length);

        byte[] kept = photos.read(photos.keep(withTail)).orElseThrow();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void aTelephonesPictureIsSetUpright() throws IOException {
        byte[] exif = exif(6);

        BufferedImage kept = kept(withSegment(encoded(flag(), "jpg"), 0xe1, exif));

        assertThat(isNearly(kept.getRGB(128, 20), Color.RED)).isTrue();
        assertThat(isNearly(kept.getRGB(128, 236), Color.BLUE)).isTrue();
    }

    @Test
    void whatIsSeenThroughIsWhite() throws IOException {
        BufferedImage kept = kept(encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png"));

        assertThat(isNearly(kept.getRGB(128, 128), Color.WHITE)).isTrue();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(fault("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("photo_format");
        assertThat(fault(new byte[0])).isEqualTo("photo_format");
        assertThat(fault(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3}))
                .isEqualTo("photo_format");
        assertThat(fault(new byte[Photos.MOST_BYTES + 1])).isEqualTo("photo_too_large");
    }

    @Test
    void aSmallFileThatWouldUnpackToGigabytesIsNotUnpacked() throws IOException {
        assertThat(fault(pngThatClaims(50_000, 50_000))).isEqualTo("photo_size");
        assertThat(fault(encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png")))
                .isEqualTo("photo_size");
    }

    @Test
    void aCutFileIsRefused() throws IOException {
        byte[] whole = encoded(flag(), "png");

        assertThat(fault(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("photo_format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../beseda", "0", "ABCDEF"})
    void onlyNamesOfPicturesAreRead(String name) {
        assertThat(photos.read(name)).isEmpty();
    }

    private BufferedImage kept(byte[] picture) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(photos.read(photos.keep(picture)).orElseThrow()));
    }

    private String fault(byte[] picture) {
        InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> photos.keep(picture));
        return invalid.faults().getFirst().code();
    }

    /** Wider than high: red on the left, blue on the right. */
    private static BufferedImage flag() {
        var picture = new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 600, 800);
        pen.setColor(Color.BLUE);
        pen.fillRect(600, 0, 600, 800);
        pen.dispose();
        return picture;
    }

    private static boolean isNearly(int rgb, Color wanted) {
        var color = new Color(rgb);
        return Math.abs(color.getRed() - wanted.getRed()) < 40
                && Math.abs(color.getGreen() - wanted.getGreen()) < 40
                && Math.abs(color.getBlue() - wanted.getBlue()) < 40;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x4d4d002a)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** A real picture whose header was given another size. */
    private static byte[] pngThatClaims(int width, int height) throws IOException {
        byte[] png = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var check = new CRC32();
        check.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) check.getValue());
        return png;
    }
}

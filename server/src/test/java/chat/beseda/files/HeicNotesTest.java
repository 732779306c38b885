package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A HEIC that goes on tells what one sees, and nothing of where it was taken. */
class HeicNotesTest {
    private static final String SECRET = "GPS 58.0105 56.2502";
    private static final String PICTURE = "the picture itself";

    @Test
    void exifAndXmpAreBlankedAndThePictureStays() throws IOException {
        for (int version = 0; version < 3; version++) {
            byte[] heic = heic(version, "Exif");
            byte[] now = blanked(heic);
            assertThat(latin(now)).hasSize(heic.length).contains(PICTURE).doesNotContain("GPS");
            assertThat(latin(blanked(heic(version, "mime")))).doesNotContain("GPS");
            assertThat(latin(blanked(heic(version, "hvc1")))).contains(PICTURE, SECRET);
        }
    }

    @Test
    void whatLiesBesideIsBlankedToo() throws IOException {
        byte[] more = join(heic(1, "Exif"), box("uuid", bytes(SECRET)), box("free", bytes(SECRET)));
        assertThat(latin(blanked(more))).contains(PICTURE).doesNotContain("GPS");
    }

    @Test
    void whatPointsElsewhereOrIsTornIsNone() {
        byte[] heic = heic(1, "Exif");
        assertThatThrownBy(() -> blanked(Arrays.copyOf(heic, heic.length - 5))).isInstanceOf(DamagedPicture.class);
        assertThatThrownBy(() -> blanked(box("ftyp", bytes("heic----heic")))).isInstanceOf(DamagedPicture.class);
        assertThatThrownBy(() -> blanked(bytes("\0\0\0\3ftypheic"))).isInstanceOf(DamagedPicture.class);
    }

    @Property(tries = 200)
    void whateverIsBrokenNothingElseBreaks(@ForAll Random chance) throws IOException {
        byte[] heic = heic(chance.nextInt(3), "Exif");
        for (int i = 1 + chance.nextInt(6); i > 0; i--) {
            heic[chance.nextInt(heic.length)] = (byte) chance.nextInt();
        }
        try {
            assertThat(blanked(heic)).hasSize(heic.length);
        } catch (DamagedPicture refused) {
            assertThat(refused).hasMessageNotContaining("GPS");
        }
    }

    private static byte[] blanked(byte[] heic) throws IOException {
        Path file = Files.createTempFile("picture", ".heic");
        try {
            Files.write(file, heic);
            HeicNotes.blank(file);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** A picture, and an item of that type whose content is the secret. */
    private static byte[] heic(int version, String type) {
        byte[] start = box("ftyp", bytes("heic----heic"));
        byte[] info =
                full("iinf", 0, ByteBuffer.allocate(2).putShort((short) 2).array(), item(1, "hvc1"), item(2, type));
        int placeSize = 12 + (version < 2 ? 4 : 6) + 2 * (version == 0 ? 14 : version == 1 ? 16 : 18);
        int first = start.length + 8 + 4 + info.length + placeSize + 8;
        var places = ByteBuffer.allocate(placeSize - 12);
        places.putShort((short) 0x4400);
        if (version < 2) {
            places.putShort((short) 2);
        } else {
            places.putInt(2);
        }
        place(places, version, 1, first, PICTURE.length());
        place(places, version, 2, first + PICTURE.length(), SECRET.length());
        byte[] meta = full("meta", 0, info, full("iloc", version, places.array()));
        return join(start, meta, box("mdat", bytes(PICTURE + SECRET)));
    }

    private static byte[] item(int id, String type) {
        byte[] content = ByteBuffer.allocate(9)
                .putShort((short) id)
                .putShort((short) 0)
                .put(bytes(type))
                .put((byte) 0)
                .array();
        return full("infe", 2, content);
    }

    private static void place(ByteBuffer places, int version, int id, int offset, int length) {
        if (version < 2) {
            places.putShort((short) id);
        } else {
            places.putInt(id);
        }
        if (version > 0) {
            places.putShort((short) 0);
        }
        places.putShort((short) 0).putShort((short) 1).putInt(offset).putInt(length);
    }

    private static byte[] full(String type, int version, byte[]... parts) {
        return box(type, join(new byte[] {(byte) version, 0, 0, 0}, join(parts)));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(bytes(type))
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

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

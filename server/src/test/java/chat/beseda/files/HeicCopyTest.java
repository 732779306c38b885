package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a telephone's picture stays what one sees, at its place, and nothing of where it was taken. */
class HeicCopyTest {
    private static final String SECRET = "GPS 58.0105 56.2502";
    private static final String PICTURE = "coded picture";

    @TempDir
    Path folder;

    /** What an item is and says; its data lie in the file, or in the description. */
    private record Item(String kind, String data, boolean inMeta) {}

    @Test
    void itLosesWhatTheCameraSaysAndEverythingKeepsItsPlace() throws IOException {
        byte[] whole = heic(
                List.of(
                        new Item("hvc1", PICTURE, false),
                        new Item("Exif", SECRET, false),
                        new Item("mime", SECRET, false),
                        new Item("grid", "rows and columns", true),
                        new Item("uri ", SECRET, true)),
                box("udta", SECRET.getBytes(StandardCharsets.ISO_8859_1)));
        String copy = latin(copied(whole));
        assertThat(copy)
                .hasSize(whole.length)
                .doesNotContain("GPS")
                .contains(PICTURE, "rows and columns", "free")
                .doesNotContain("udta");
        assertThat(copy.indexOf(PICTURE)).isEqualTo(latin(whole).indexOf(PICTURE));
        assertThat(copied(copied(whole))).isEqualTo(copied(whole));
    }

    @Test
    void whatNoItemKnowsAndWhatFollowsTheEndStaysBehind() throws IOException {
        byte[] whole = heic(List.of(new Item("hvc1", PICTURE, false), new Item("", SECRET, false)));
        assertThat(latin(copied(whole))).contains(PICTURE).doesNotContain("GPS");
        byte[] twice = join(whole, box("mdat", SECRET.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(latin(copied(twice))).contains(PICTURE).doesNotContain("GPS");
    }

    @Test
    void aTornOrTwistedOneIsNone() throws IOException {
        byte[] whole = heic(List.of(new Item("hvc1", PICTURE, false), new Item("Exif", SECRET, false)));
        for (int length = 1; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> copied(torn)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] twisted = whole.clone();
            twisted[random.nextInt(whole.length)] = (byte) random.nextInt();
            try {
                assertThat(copied(twisted)).hasSize(whole.length);
            } catch (DamagedPicture refused) {
                assertThat(refused).hasMessageNotContaining("GPS");
            }
        }
    }

    /** One that says where it was taken. */
    static byte[] taken() {
        return heic(List.of(new Item("hvc1", PICTURE, false), new Item("Exif", SECRET, false)));
    }

    private byte[] copied(byte[] heic) throws IOException {
        Path file = Files.write(folder.resolve("a.heic"), heic);
        var out = new ByteArrayOutputStream();
        assertThat(HeicCopy.copy(file, out)).isEqualTo(PictureSize.NONE);
        return out.toByteArray();
    }

    /** As a telephone writes it: the description, then the data. */
    private static byte[] heic(List<Item> items, byte[]... more) {
        byte[] ftyp = box("ftyp", "heic----mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        byte[] extra = join(more);
        int dataAt = ftyp.length + meta(items, 0).length + extra.length + 8;
        var data = new StringBuilder();
        items.stream().filter(item -> !item.inMeta).forEach(item -> data.append(item.data));
        return join(
                ftyp, meta(items, dataAt), extra, box("mdat", data.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] meta(List<Item> items, int dataAt) {
        var names = new ArrayList<byte[]>();
        var places = new ArrayList<byte[]>();
        var inMeta = new StringBuilder();
        int at = dataAt;
        int id = 0;
        for (Item item : items) {
            id++;
            if (!item.kind.isEmpty()) {
                names.add(name(id, item));
                places.add(place(id, item, item.inMeta ? inMeta.length() : at));
            }
            if (item.inMeta) {
                inMeta.append(item.data);
            } else {
                at += item.data.length();
            }
        }
        byte[] iinf = join(number(0, 4), number(names.size(), 2), join(names.toArray(new byte[0][])));
        byte[] iloc = join(
                number(1 << 24, 4), number(0x4400, 2), number(places.size(), 2), join(places.toArray(new byte[0][])));
        return box(
                "meta",
                join(
                        number(0, 4),
                        box("hdlr", "pict".getBytes(StandardCharsets.ISO_8859_1)),
                        box("iinf", iinf),
                        box("iloc", iloc),
                        box("idat", inMeta.toString().getBytes(StandardCharsets.ISO_8859_1)),
                        box("xml ", SECRET.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static byte[] name(int id, Item item) {
        return box(
                "infe",
                ByteBuffer.allocate(13)
                        .putInt(2 << 24)
                        .putShort((short) id)
                        .putShort((short) 0)
                        .put(item.kind.getBytes(StandardCharsets.ISO_8859_1))
                        .array());
    }

    private static byte[] place(int id, Item item, int at) {
        return ByteBuffer.allocate(16)
                .putShort((short) id)
                .putShort((short) (item.inMeta ? 1 : 0))
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(at)
                .putInt(item.data.length())
                .array();
    }

    private static byte[] number(int number, int bytes) {
        byte[] all = ByteBuffer.allocate(4).putInt(number).array();
        return Arrays.copyOfRange(all, 4 - bytes, 4);
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(content.length + 8)
                .putInt(content.length + 8)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
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

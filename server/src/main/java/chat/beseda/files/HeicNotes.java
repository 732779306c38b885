package chat.beseda.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Blanks out what a HEIC tells besides what one sees: EXIF, XMP and whatever programs put beside the picture. The file keeps its length, so
 * that everything in it stays where it is said to be. Boxes are those of ISO/IEC 14496-12: {@code iinf} says what the items are,
 * {@code iloc} where they lie.
 */
final class HeicNotes {
    private static final int LARGEST_INDEX = 4 * 1024 * 1024;
    private static final int MOST_EXTENTS = 10_000;
    private static final Set<String> NOTES = Set.of("Exif", "mime", "uri ");
    private static final Set<String> ASIDE = Set.of("uuid", "udta", "free", "skip", "xml ", "bxml");
    private static final int IN_FILE = 0;
    private static final int IN_INDEX = 1;

    private final RandomAccessFile file;
    private final Set<Long> notes = new HashSet<>();
    private long beside = -1;
    private int blanked;

    private HeicNotes(RandomAccessFile file) {
        this.file = file;
    }

    private record Box(String type, long start, long end) {}

    /**
     * Blanks them out in the file.
     *
     * @throws DamagedPicture when it is not made as it should be
     */
    static void blank(Path heic) throws IOException {
        try (var file = new RandomAccessFile(heic.toFile(), "rw")) {
            new HeicNotes(file).all();
        } catch (BufferUnderflowException | EOFException | IllegalArgumentException torn) {
            throw new DamagedPicture("cut off");
        } catch (ArithmeticException overflow) {
            throw new DamagedPicture("places out of all bounds");
        }
    }

    private void all() throws IOException {
        boolean indexed = false;
        long at = 0;
        while (at < file.length()) {
            Box box = box(at, file.length());
            if (box.type.equals("meta")) {
                indexed = true;
                index(box);
            } else if (ASIDE.contains(box.type)) {
                zero(box.start, box.end - box.start);
            }
            at = box.end;
        }
        if (!indexed) {
            throw new DamagedPicture("no index");
        }
    }

    private Box box(long at, long limit) throws IOException {
        file.seek(at);
        long size = Integer.toUnsignedLong(file.readInt());
        byte[] type = new byte[4];
        file.readFully(type);
        long start = at + 8;
        if (size == 1) {
            size = file.readLong();
            start = at + 16;
        } else if (size == 0) {
            size = limit - at;
        }
        if (size < start - at || size > limit - at) {
            throw new DamagedPicture("a box of " + size);
        }
        return new Box(new String(type, StandardCharsets.ISO_8859_1), start, at + size);
    }

    private void index(Box meta) throws IOException {
        Box places = null;
        for (long at = meta.start + 4; at < meta.end; ) {
            Box box = box(at, meta.end);
            switch (box.type) {
                case "iinf" -> items(content(box));
                case "iloc" -> places = box;
                case "idat" -> beside = box.start;
                default -> {
                    if (ASIDE.contains(box.type)) {
                        zero(box.start, box.end - box.start);
                    }
                }
            }
            at = box.end;
        }
        if (places != null) {
            places(content(places));
        }
    }

    private ByteBuffer content(Box box) throws IOException {
        if (box.end - box.start > LARGEST_INDEX) {
            throw new DamagedPicture("too large an index");
        }
        byte[] bytes = new byte[(int) (box.end - box.start)];
        file.seek(box.start);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private void items(ByteBuffer iinf) {
        int version = iinf.getInt() >>> 24;
        long count = version == 0 ? iinf.getShort() & 0xffff : Integer.toUnsignedLong(iinf.getInt());
        for (long i = 0; i < count; i++) {
            int begin = iinf.position();
            int size = iinf.getInt();
            iinf.getInt();
            int entry = iinf.getInt() >>> 24;
            long id = entry < 3 ? iinf.getShort() & 0xffff : Integer.toUnsignedLong(iinf.getInt());
            iinf.getShort();
            byte[] type = new byte[4];
            iinf.get(type);
            if (entry < 2 || NOTES.contains(new String(type, StandardCharsets.ISO_8859_1))) {
                notes.add(id);
            }
            iinf.position(Math.addExact(begin, size));
        }
    }

    private void places(ByteBuffer iloc) throws IOException {
        int version = iloc.getInt() >>> 24;
        int sizes = iloc.getShort() & 0xffff;
        int ofOffset = sizes >>> 12;
        int ofLength = (sizes >>> 8) & 15;
        int ofBase = (sizes >>> 4) & 15;
        int ofNumber = version == 0 ? 0 : sizes & 15;
        long count = version < 2 ? iloc.getShort() & 0xffff : Integer.toUnsignedLong(iloc.getInt());
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? iloc.getShort() & 0xffff : Integer.toUnsignedLong(iloc.getInt());
            int where = version == 0 ? IN_FILE : iloc.getShort() & 15;
            iloc.getShort();
            long base = number(iloc, ofBase);
            int extents = iloc.getShort() & 0xffff;
            for (int each = 0; each < extents; each++) {
                number(iloc, ofNumber);
                long offset = Math.addExact(base, number(iloc, ofOffset));
                long length = number(iloc, ofLength);
                if (notes.contains(id)) {
                    zero(where, offset, length);
                }
            }
        }
    }

    private static long number(ByteBuffer from, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(from.getInt());
            case 8 -> from.getLong();
            default -> throw new IllegalArgumentException("a number of " + bytes);
        };
    }

    private void zero(int where, long offset, long length) throws IOException {
        boolean known = where == IN_FILE || (where == IN_INDEX && beside >= 0);
        if (!known || length == 0 || ++blanked > MOST_EXTENTS) {
            throw new DamagedPicture("notes that are nowhere");
        }
        zero(where == IN_FILE ? offset : Math.addExact(beside, offset), length);
    }

    private void zero(long start, long length) throws IOException {
        if (start < 0 || length < 0 || length > file.length() - start) {
            throw new DamagedPicture("notes outside of the file");
        }
        byte[] nothing = new byte[(int) Math.min(length, 64 * 1024)];
        file.seek(start);
        for (long left = length; left > 0; left -= nothing.length) {
            file.write(nothing, 0, (int) Math.min(left, nothing.length));
        }
    }
}

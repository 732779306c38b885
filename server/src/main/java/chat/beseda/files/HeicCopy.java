package chat.beseda.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies a HEIC (ISO/IEC 23008-12) as it looks. Everything keeps its place, as places in the file are what the parts of such a picture are
 * found by: of the coded data only those of pictures are copied, of boxes only those a picture is drawn by. The bytes of all the rest, EXIF and
 * XMP, moving pictures and what no item knows, become zeros. Which way up it is stands in a box that stays.
 */
final class HeicCopy {
    static final String TYPE = "image/heic";

    private static final int MOST_META = 4 * 1024 * 1024;
    private static final int MOST_BOXES = 64;
    private static final int PIECE = 64 * 1024;
    private static final byte[] FREE = {'f', 'r', 'e', 'e'};
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    /** Coded or put together of others. */
    private static final Set<String> PICTURES =
            Set.of("hvc1", "hev1", "av01", "avc1", "jpeg", "grid", "iovl", "iden", "tmap");

    private static final Set<String> OF_FILE = Set.of("ftyp", "meta", "mdat");
    private static final Set<String> OF_META =
            Set.of("hdlr", "dinf", "pitm", "iinf", "iref", "iprp", "iloc", "idat", "grpl");

    /** So many bytes from there on. */
    record Range(long from, long length) {}

    private record Box(String name, long from, long head, long length) {
        long end() {
            return from + length;
        }
    }

    private final FileChannel file;
    private final List<Range> kept = new ArrayList<>();
    /** Where boxes begin that are emptied: they are called free, as boxes without a meaning are. */
    private final Set<Long> emptied = new HashSet<>();

    private HeicCopy(FileChannel file) {
        this.file = file;
    }

    /** No browser but Safari draws it, so that nobody is told its size. */
    static PictureSize copy(Path from, OutputStream out) throws IOException {
        try (FileChannel file = FileChannel.open(from)) {
            new HeicCopy(file).all(out);
        }
        return PictureSize.NONE;
    }

    private void all(OutputStream out) throws IOException {
        List<Box> boxes = boxes(0, file.size());
        List<Range> pictures = List.of();
        boolean described = false;
        for (Box box : boxes) {
            keepHead(box, OF_FILE);
            if (box.name.equals("ftyp")) {
                kept.add(new Range(box.from, box.length));
            } else if (box.name.equals("meta")) {
                if (described) {
                    throw new DamagedPicture("described twice");
                }
                described = true;
                pictures = meta(box);
            }
        }
        if (!described) {
            throw new DamagedPicture("not described");
        }
        keepWithin(boxes, pictures);
        write(out);
    }

    /** Of the data that items name only what lies within boxes of data: a box is not to be taken for a picture. */
    private void keepWithin(List<Box> boxes, List<Range> pictures) {
        for (Box box : boxes) {
            if (box.name.equals("mdat")) {
                pictures.forEach(picture -> {
                    long from = Math.max(picture.from, box.from + box.head);
                    long end = Math.min(picture.from + picture.length, box.end());
                    if (end > from) {
                        kept.add(new Range(from, end - from));
                    }
                });
            }
        }
    }

    private List<Range> meta(Box meta) throws IOException {
        if (meta.length > MOST_META) {
            throw new DamagedPicture("too much of a description");
        }
        long inside = meta.from + meta.head + 4;
        kept.add(new Range(meta.from, meta.head + 4));
        var items = new HeicItems();
        Box data = null;
        for (Box box : boxes(inside, meta.end())) {
            keepHead(box, OF_META);
            if (!OF_META.contains(box.name)) {
                continue;
            }
            switch (box.name) {
                case "iinf" -> items.names(content(box));
                case "iloc" -> items.places(content(box));
                case "idat" -> data = box;
                default -> {}
            }
            if (!box.name.equals("idat")) {
                kept.add(new Range(box.from, box.length));
            }
        }
        List<Range> inMeta = items.inMeta(PICTURES);
        if (data != null) {
            for (Range range : inMeta) {
                long from = data.from + data.head + range.from;
                kept.add(new Range(from, Math.clamp(range.length, 0, Math.max(0, data.end() - from))));
            }
        }
        List<Range> inFile = items.inFile(PICTURES);
        for (Range range : inFile) {
            if (range.from + range.length > file.size()) {
                throw new DamagedPicture("cut off");
            }
        }
        return inFile;
    }

    private void keepHead(Box box, Set<String> known) {
        kept.add(new Range(box.from, box.head));
        if (!known.contains(box.name)) {
            emptied.add(box.from);
        }
    }

    private ByteBuffer content(Box box) throws IOException {
        return ByteBuffer.wrap(read(box.from + box.head, (int) (box.length - box.head)));
    }

    private List<Box> boxes(long from, long end) throws IOException {
        var boxes = new ArrayList<Box>();
        for (long at = from; at < end; ) {
            if (end - at < HEAD || boxes.size() == MOST_BOXES) {
                throw new DamagedPicture("no box");
            }
            byte[] start = read(at, (int) Math.min(LONG_HEAD, end - at));
            ByteBuffer head = ByteBuffer.wrap(start);
            long length = Integer.toUnsignedLong(head.getInt(0));
            String name = new String(start, 4, 4, StandardCharsets.ISO_8859_1);
            long size = HEAD;
            if (length == 1 && head.limit() == LONG_HEAD) {
                length = head.getLong(HEAD);
                size = LONG_HEAD;
            } else if (length == 0) {
                length = end - at;
            }
            if (length < size || length > end - at) {
                throw new DamagedPicture("cut off");
            }
            boxes.add(new Box(name, at, size, length));
            at += length;
        }
        return boxes;
    }

    private byte[] read(long from, int length) throws IOException {
        var read = new byte[length];
        ByteBuffer bytes = ByteBuffer.wrap(read);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new DamagedPicture("cut off");
            }
        }
        return read;
    }

    private void write(OutputStream out) throws IOException {
        kept.sort((one, other) -> Long.compare(one.from, other.from));
        long at = 0;
        for (Range range : kept) {
            long from = Math.max(at, range.from);
            long end = Math.min(range.from + range.length, file.size());
            if (end > from) {
                zeros(out, from - at);
                copy(out, from, end);
                at = end;
            }
        }
        zeros(out, file.size() - at);
        out.flush();
    }

    private void copy(OutputStream out, long from, long end) throws IOException {
        for (long at = from; at < end; at += PIECE) {
            byte[] piece = read(at, (int) Math.min(PIECE, end - at));
            if (emptied.contains(at)) {
                System.arraycopy(FREE, 0, piece, 4, FREE.length);
            }
            out.write(piece);
        }
    }

    private static void zeros(OutputStream out, long many) throws IOException {
        var piece = new byte[PIECE];
        for (long left = many; left > 0; left -= PIECE) {
            out.write(piece, 0, (int) Math.min(PIECE, left));
        }
    }
}

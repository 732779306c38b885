package chat.beseda.files;

import chat.beseda.files.HeicCopy.Range;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The items of a HEIC: what each is ({@code iinf}) and where its data lie ({@code iloc}), by ISO/IEC 14496-12. Not thread-safe. */
final class HeicItems {
    private static final int MOST_RANGES = 4_000;
    private static final int IN_FILE = 0;
    private static final int IN_META = 1;

    private record Place(long item, int method, Range range) {}

    private final Map<Long, String> kinds = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** What each item is. */
    void names(ByteBuffer iinf) throws DamagedPicture {
        try {
            int version = iinf.getInt() >>> 24;
            long count = version == 0 ? Short.toUnsignedInt(iinf.getShort()) : Integer.toUnsignedLong(iinf.getInt());
            for (long i = 0; i < count; i++) {
                int start = iinf.position();
                int length = iinf.getInt();
                iinf.getInt();
                int entry = iinf.getInt() >>> 24;
                long id = entry >= 3 ? Integer.toUnsignedLong(iinf.getInt()) : Short.toUnsignedInt(iinf.getShort());
                iinf.getShort();
                byte[] kind = new byte[4];
                iinf.get(kind);
                String name = entry >= 2 ? new String(kind, StandardCharsets.ISO_8859_1) : "";
                if (kinds.put(id, name) != null || length < iinf.position() - start) {
                    throw new DamagedPicture("items that are not clear");
                }
                iinf.position(start + length);
            }
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new DamagedPicture("cut off");
        }
    }

    /** Where their data are. */
    void places(ByteBuffer iloc) throws DamagedPicture {
        try {
            int version = iloc.getInt() >>> 24;
            int sizes = Short.toUnsignedInt(iloc.getShort());
            boolean wide = version == 2;
            long count = wide ? Integer.toUnsignedLong(iloc.getInt()) : Short.toUnsignedInt(iloc.getShort());
            for (long i = 0; i < count; i++) {
                long item = wide ? Integer.toUnsignedLong(iloc.getInt()) : Short.toUnsignedInt(iloc.getShort());
                int method = version == 0 ? IN_FILE : iloc.getShort() & 15;
                iloc.getShort();
                long base = number(iloc, sizes >>> 4 & 15);
                int extents = Short.toUnsignedInt(iloc.getShort());
                for (int each = 0; each < extents; each++) {
                    number(iloc, version == 0 ? 0 : sizes & 15);
                    long from = Math.addExact(base, number(iloc, sizes >>> 12));
                    long length = number(iloc, sizes >>> 8 & 15);
                    Math.addExact(from, length);
                    places.add(new Place(item, method, new Range(from, length)));
                }
                if (places.size() > MOST_RANGES) {
                    throw new DamagedPicture("too many parts");
                }
            }
        } catch (BufferUnderflowException | ArithmeticException cut) {
            throw new DamagedPicture("cut off");
        }
    }

    /** Where the data of items of these kinds lie in the file, without what others have a share in. */
    List<Range> inFile(Set<String> wanted) {
        return of(wanted, IN_FILE);
    }

    /** The same of those that lie in the description itself, counted from the beginning of its data. */
    List<Range> inMeta(Set<String> wanted) {
        return of(wanted, IN_META);
    }

    private List<Range> of(Set<String> wanted, int method) {
        List<Range> foreign = ranges(method, wanted, /* of= */ false).toList();
        return ranges(method, wanted, /* of= */ true)
                .filter(range -> foreign.stream().noneMatch(other -> overlap(range, other)))
                .toList();
    }

    private Stream<Range> ranges(int method, Set<String> wanted, boolean of) {
        return places.stream()
                .filter(place -> place.method == method)
                .filter(place -> wanted.contains(kinds.getOrDefault(place.item, "")) == of)
                .map(Place::range);
    }

    private static boolean overlap(Range one, Range other) {
        return one.from() < other.from() + other.length() && other.from() < one.from() + one.length();
    }

    private static long number(ByteBuffer bytes, int size) throws DamagedPicture {
        return switch (size) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            case 8 -> nonNegative(bytes.getLong());
            default -> throw new DamagedPicture("numbers of a size that is not used");
        };
    }

    private static long nonNegative(long number) throws DamagedPicture {
        if (number < 0) {
            throw new DamagedPicture("farther than files go");
        }
        return number;
    }
}

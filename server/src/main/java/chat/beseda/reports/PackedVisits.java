package chat.beseda.reports;

import java.nio.ByteBuffer;
import java.util.List;

/** How many visits began in each quarter of an hour of a day on each site: no zone's days end elsewhere. */
final class PackedVisits {
    private static final int QUARTER = 900_000;
    private static final int ROW = Long.BYTES + 2 * Integer.BYTES;

    private PackedVisits() {}

    /** Takes the counts of a site from a moment on. */
    interface Each {
        void visits(long site, long at, long count);
    }

    static byte[] pack(long start, List<long[]> rows) {
        ByteBuffer bytes = ByteBuffer.allocate(rows.size() * ROW);
        for (long[] row : rows) {
            bytes.putLong(row[0]).putInt((int) ((row[1] - start) / QUARTER)).putInt((int) row[2]);
        }
        return bytes.array();
    }

    static void unpack(long start, byte[] packed, Each each) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            each.visits(bytes.getLong(), start + (long) bytes.getInt() * QUARTER, bytes.getInt());
        }
    }
}

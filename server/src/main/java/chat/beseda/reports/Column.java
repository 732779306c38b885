package chat.beseda.reports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One column of a packed table: whole numbers told from the least of them on, all in as many bytes as the greatest needs (none where
 * they are all the same). Reading one takes neither memory nor a look at those before it. Immutable.
 */
final class Column {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int at;
    private final int width;
    private final long least;

    private Column(byte[] bytes, int at, int width, long least) {
        this.bytes = bytes;
        this.at = at;
        this.width = width;
        this.least = least;
    }

    static void write(Longs numbers, NumberWriter out) {
        long least = numbers.count() == 0 ? 0 : numbers.least();
        long span = 0;
        for (int row = 0; row < numbers.count(); row++) {
            span |= numbers.get(row) - least;
        }
        int width = width(span);
        byte[] column = new byte[numbers.count() * width];
        for (int row = 0; row < numbers.count(); row++) {
            put(column, row * width, width, numbers.get(row) - least);
        }
        out.number(least);
        out.number(width);
        out.number(numbers.count());
        out.bytes(column);
    }

    static Column read(NumberReader in) {
        long least = in.number();
        int width = in.small();
        int count = in.small();
        return new Column(in.source(), in.skip(count * width), width, least);
    }

    long get(int row) {
        return least
                + switch (width) {
                    case 0 -> 0;
                    case Byte.BYTES -> bytes[at + row] & 0xFFL;
                    case Short.BYTES -> (short) SHORT.get(bytes, at + row * Short.BYTES) & 0xFFFFL;
                    case Integer.BYTES -> (int) INT.get(bytes, at + row * Integer.BYTES) & 0xFFFF_FFFFL;
                    default -> (long) LONG.get(bytes, at + row * Long.BYTES);
                };
    }

    int small(int row) {
        return (int) get(row);
    }

    private static int width(long span) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(span);
        return bits == 0 ? 0 : Math.max(1, Integer.highestOneBit((bits - 1) / Byte.SIZE) * 2);
    }

    private static void put(byte[] column, int at, int width, long number) {
        for (int nth = 0; nth < width; nth++) {
            column[at + nth] = (byte) (number >>> (nth * Byte.SIZE));
        }
    }
}

package chat.beseda.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A program that writes a very long table of messages and keeps nothing of it; it prints how many bytes that were. */
final class MillionRows {
    private static final String TEXT = "Подскажите, пожалуйста, есть ли в наличии и когда привезёте в Пермь? ";

    private MillionRows() {}

    /**
     * Writes it.
     *
     * @param arguments the format, and the numbers of rows and columns
     */
    public static void main(String[] arguments) throws IOException {
        SheetFormat format = SheetFormat.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        long rows = Long.parseLong(arguments[1]);
        int width = Integer.parseInt(arguments[2]);
        var out = new Counted();
        List<Sheet.Column> columns = Stream.of("text", "time", "conversation", "site", "side", "author")
                .limit(width)
                .map(name -> new Sheet.Column(name, name))
                .toList();
        LocalDateTime begin = LocalDateTime.of(2026, 1, 1, 0, 0);
        try (Sheet sheet = format.open(out, "Archive", columns, "ru")) {
            for (long row = 0; row < rows; row++) {
                List<Object> cells = List.of(
                        TEXT + row,
                        begin.plusSeconds(row),
                        Long.toString(row / 10),
                        "Дачный двор",
                        "Посетитель",
                        "Анна " + row);
                sheet.row(new ArrayList<>(cells.subList(0, width)));
            }
        }
        System.out.println(out.bytes);
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}

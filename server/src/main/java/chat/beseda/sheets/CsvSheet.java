package chat.beseda.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comma or semicolon separated, with the sign before it by which spreadsheets know UTF-8. Where the semicolon separates, the comma is
 * of numbers: 12.5 would become the twelfth of May.
 */
final class CsvSheet implements Sheet {
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(,\\d+)?");
    /** Another country's spreadsheet separates by another sign: whatever might separate anywhere is quoted. */
    private static final QuoteStrategy WHATEVER_SEPARATES = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, @Nullable String value) {
            return value != null
                    && value.chars().anyMatch(sign -> ",;\t".indexOf(sign) >= 0)
                    && !NUMBER.matcher(value).matches();
        }
    };

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CsvWriter csv;
    private final char separator;

    CsvSheet(OutputStream out, List<Column> columns, char separator) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        this.separator = separator;
        csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteStrategy(WHATEVER_SEPARATES)
                .build(text);
        csv.writeRecord(columns.stream().map(Column::title).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(this::text).toList());
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case LocalDateTime time -> TIME.format(time);
            case Number number -> separator == ';' ? number.toString().replace('.', ',') : number.toString();
            default -> harmless(cell.toString());
        };
    }

    /** A spreadsheet would work a formula out, whoever wrote it: the apostrophe makes it text (OWASP, CSV injection). */
    private static String harmless(String text) {
        int at = 0;
        while (at < text.length() && isUnseen(text.charAt(at))) {
            at++;
        }
        boolean formula = at < text.length() && BEGINS_A_FORMULA.indexOf(text.charAt(at)) >= 0;
        return formula ? "'" + text : text;
    }

    private static boolean isUnseen(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.CONTROL
                || Character.getType(sign) == Character.FORMAT;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}

package chat.beseda.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma or semicolon separated, with the sign before it by which spreadsheets know UTF-8. Where the semicolon separates, the comma is
 * of numbers: 12.5 would become the twelfth of May.
 */
final class CsvSheet implements Sheet {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CsvWriter csv;
    private final char separator;

    CsvSheet(OutputStream out, List<Column> columns, char separator) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        this.separator = separator;
        csv = CsvWriter.builder().fieldSeparator(separator).build(text);
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
        return text.isEmpty() || BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}

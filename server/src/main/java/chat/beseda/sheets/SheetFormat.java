package chat.beseda.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The kinds of files that a table is written as. */
public enum SheetFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("application/json");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** What its files' names end with. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins a table.
     *
     * @param title of the table, where the format shows one
     * @param language of whoever will open it: spreadsheets expect what their country writes between numbers
     */
    public Sheet open(OutputStream out, String title, List<Sheet.Column> columns, String language) throws IOException {
        return switch (this) {
            case CSV -> new CsvSheet(out, columns, language.equals("en") ? ',' : ';');
            case XLSX -> new XlsxSheet(out, title, columns);
            case JSON -> new JsonSheet(out, columns);
        };
    }
}

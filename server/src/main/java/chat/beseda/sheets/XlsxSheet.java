package chat.beseda.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one page, or of several where one holds no more. Texts are texts in it, whatever they begin with. */
final class XlsxSheet implements Sheet {
    /** Of a page of Excel, without the head. */
    private static final int ROWS = 1_048_575;

    private static final int LONGEST_TEXT = 32_767;
    private static final int FLUSHED = 500;

    private final Workbook book;
    private final String title;
    private final List<Column> columns;
    private Worksheet page;
    private int pages;
    private int row;

    XlsxSheet(OutputStream out, String title, List<Column> columns) {
        this.book = new Workbook(out, "Beseda", "1.0");
        this.title = title;
        this.columns = List.copyOf(columns);
        this.page = nextPage();
    }

    private Worksheet nextPage() {
        pages++;
        Worksheet next = book.newWorksheet(pages == 1 ? title : title + " " + pages);
        for (int i = 0; i < columns.size(); i++) {
            next.value(0, i, columns.get(i).title());
            next.style(0, i).bold().set();
            next.width(i, 18);
        }
        next.freezePane(0, 1);
        row = 1;
        return next;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (row > ROWS) {
            page.finish();
            page = nextPage();
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        row++;
        if (row % FLUSHED == 0) {
            page.flush();
        }
    }

    private void write(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Number number when !Double.isFinite(number.doubleValue()) -> {}
            case Number number -> page.value(row, column, number);
            case LocalDateTime time -> {
                page.value(row, column, time);
                page.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> page.inlineString(row, column, printable(cell.toString()));
        }
    }

    /** Without what XML cannot carry. */
    private static String printable(String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return cut.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    @Override
    public void close() throws IOException {
        page.finish();
        book.finish();
    }
}

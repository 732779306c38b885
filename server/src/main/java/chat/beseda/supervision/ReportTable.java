package chat.beseda.supervision;

import chat.beseda.sheets.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report as a file will have it.
 *
 * @param rows texts, numbers, nulls, and {@link java.time.Duration}s, which each kind of file writes in its way
 * @param notes what was asked, and what the columns mean
 */
record ReportTable(
        String title, List<Sheet.Column> columns, List<List<@Nullable Object>> rows, List<ReportTable.Note> notes) {

    /** A name and what there is to say of it. */
    record Note(String name, String text) {}
}

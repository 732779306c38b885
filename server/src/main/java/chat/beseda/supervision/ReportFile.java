package chat.beseda.supervision;

import chat.beseda.rest.Streamed;
import chat.beseda.sheets.Paper;
import chat.beseda.sheets.Sheet;
import chat.beseda.sheets.SheetFormat;
import chat.beseda.web.PageTexts;
import chat.beseda.web.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes a table of a report: its rows, and below them what they mean. */
final class ReportFile {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Paper; color: #6b7280 } }
            body { font: 8pt/1.4 Paper; color: #16181d }
            h1 { font-size: 14pt; font-weight: normal; margin: 0 0 1mm }
            table { width: 100%; margin-top: 5mm; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate }
            th, td { padding: 1.2mm 1mm; border-bottom: 0.5pt solid #cbd0d9; text-align: right; vertical-align: bottom; font-weight: normal; word-wrap: break-word }
            th { color: #6b7280; font-size: 7pt }
            th.text, td.text { text-align: left }
            th:first-child { width: 46mm }
            th.long { width: 130mm }
            tr { page-break-inside: avoid }
            .note { margin: 1.5mm 0 0; page-break-inside: avoid }
            .notes { margin-top: 6mm }
            .name { color: #6b7280 }
            """;

    /** Columns of a table that stand beside each other on paper; further ones below, behind the first one again. */
    private static final int ABREAST = 10;

    private static final int LONG_TEXT = 60;
    private static final int MOST_ON_PAPER = 1_000;
    private static final int LONGEST_CELL = 160;
    private static final PageTexts TEXTS = new PageTexts(ReportFile.class, "reports");

    private ReportFile() {}

    /** The kinds of files. */
    enum Format {
        CSV,
        XLSX,
        PDF;

        /** The media type. */
        String type() {
            return switch (this) {
                case CSV -> SheetFormat.CSV.contentType();
                case XLSX -> SheetFormat.XLSX.contentType();
                case PDF -> "application/pdf";
            };
        }

        /** Of the name of a file. */
        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A table to be sent; on paper it may not be so long that laying it out takes all memory. */
    static Streamed of(ReportTable table, Format format, String language, String name) {
        int rows = table.rows().size();
        if (format == Format.PDF && rows > MOST_ON_PAPER) {
            var limits = Map.of("most", Integer.toString(MOST_ON_PAPER), "rows", Integer.toString(rows));
            throw new Problem(422, "report_paper_large", limits, List.of(), null).refused();
        }
        return context -> send(context, table, format, language, name);
    }

    private static void send(Context context, ReportTable table, Format format, String language, String name) {
        String file = "beseda-%s.%s".formatted(name, format.name().toLowerCase(Locale.ROOT));
        context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        context.header("X-Beseda-Rows", Integer.toString(table.rows().size()));
        context.header("Cache-Control", "no-store");
        context.contentType(format.type());
        try (OutputStream out = context.outputStream()) {
            write(out, table, format, language);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Writes a file of the table, and leaves what it was written to open. */
    static void write(OutputStream out, ReportTable table, Format format, String language) {
        try {
            switch (format) {
                case CSV -> sheet(out, table, SheetFormat.CSV, language);
                case XLSX -> sheet(out, table, SheetFormat.XLSX, language);
                case PDF -> Paper.write(paper(table, language), out);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void sheet(OutputStream out, ReportTable table, SheetFormat format, String language)
            throws IOException {
        var columns = new ArrayList<Sheet.Column>();
        for (int i = 0; i < table.columns().size(); i++) {
            Sheet.Column column = table.columns().get(i);
            columns.add(isTime(table, i) ? new Sheet.Column(column.key(), inSeconds(column, language)) : column);
        }
        try (Sheet sheet = format.open(out, table.title(), columns, language)) {
            for (List<@Nullable Object> row : table.rows()) {
                var cells = new ArrayList<@Nullable Object>();
                row.forEach(value -> cells.add(cell(value)));
                sheet.row(cells);
            }
            sheet.row(Collections.nCopies(columns.size(), ""));
            for (ReportTable.Note note : table.notes()) {
                sheet.row(List.of(note.name(), note.text()));
            }
        }
    }

    private static String inSeconds(Sheet.Column column, String language) {
        return TEXTS.of(language, "in_seconds", Map.of("name", column.title()));
    }

    private static boolean isTime(ReportTable table, int column) {
        List<Object> values = values(table, column);
        return !values.isEmpty() && values.stream().allMatch(Duration.class::isInstance);
    }

    private static List<Object> values(ReportTable table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Spreadsheets count in seconds. */
    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case Duration time -> (Object) Math.round(time.toMillis() / 1_000.0);
            case null -> null;
            default -> value;
        };
    }

    private static Document paper(ReportTable table, String language) {
        Document document = Document.createShell("");
        document.child(0).attr("lang", language);
        document.head().appendElement("style").appendText(STYLE);
        document.title(table.title());
        document.body().appendElement("h1").text(table.title());
        table.notes().stream().limit(1).forEach(note -> note(document.body(), note));
        NumberFormat numbers = NumberFormat.getNumberInstance(Locale.of(language));
        for (int from = 1; from < table.columns().size(); from += ABREAST) {
            int until = Math.min(table.columns().size(), from + ABREAST);
            draw(document.body().appendElement("table"), table, numbers, from, until);
        }
        Element notes = document.body().appendElement("div").addClass("notes");
        table.notes().stream().skip(1).forEach(note -> note(notes, note));
        return document;
    }

    private static void draw(Element drawn, ReportTable table, NumberFormat numbers, int from, int until) {
        List<Integer> shown = IntStream.concat(IntStream.of(0), IntStream.range(from, until))
                .boxed()
                .toList();
        Element head = drawn.appendElement("thead").appendElement("tr");
        for (int column : shown) {
            Element name =
                    head.appendElement("th").text(table.columns().get(column).title());
            List<Object> values = values(table, column);
            boolean text = !values.isEmpty() && values.stream().allMatch(String.class::isInstance);
            name.addClass(text || column == 0 ? "text" : "number");
            if (column > 0 && values.stream().anyMatch(value -> value.toString().length() > LONG_TEXT)) {
                name.addClass("long");
            }
        }
        Element body = drawn.appendElement("tbody");
        for (List<@Nullable Object> row : table.rows()) {
            Element line = body.appendElement("tr");
            for (int column : shown) {
                Object value = row.get(column);
                line.appendElement("td")
                        .addClass(value instanceof String ? "text" : "number")
                        .text(printed(value, numbers));
            }
        }
    }

    private static void note(Element into, ReportTable.Note note) {
        Element said = into.appendElement("div").addClass("note");
        said.appendElement("span").addClass("name").text(note.name() + ": ");
        said.appendText(note.text());
    }

    /** As people of the language write it. */
    static String printed(@Nullable Object value, String language) {
        return printed(value, NumberFormat.getNumberInstance(Locale.of(language)));
    }

    private static String printed(@Nullable Object value, NumberFormat numbers) {
        return switch (value) {
            case null -> "—";
            case Duration time -> clock(Math.round(time.toMillis() / 1_000.0));
            case Number number -> numbers.format(number);
            default -> cut(value.toString());
        };
    }

    /** Addresses of pages are as long as visitors like, and the longest of them take long to be broken into lines. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_CELL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL)) + "…";
    }

    /** 176:05:12 */
    private static String clock(long seconds) {
        long whole = Math.abs(seconds);
        return "%s%d:%02d:%02d".formatted(seconds < 0 ? "−" : "", whole / 3_600, whole / 60 % 60, whole % 60);
    }
}

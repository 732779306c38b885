package chat.beseda.answers;

import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ready answers as a table: CSV (RFC 4180) in UTF-8 with a first line of names, commas or semicolons between the cells. What is
 * written can be read again, and gives the same.
 *
 * <p>A cell that a spreadsheet would take for a formula is written with an apostrophe before it; reading takes it off again.
 */
final class AnswerSheet {
    private static final List<String> COLUMNS = List.of("folder", "title", "text", "language", "department");
    /** Excel takes a file for UTF-8 only when it begins so. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final int MOST_FAULTY_LINES = 100;
    private static final String FILE = "file";

    private final Departments departments;
    private final AnswerChecks checks;

    AnswerSheet(Departments departments, AnswerChecks checks) {
        this.departments = departments;
        this.checks = checks;
    }

    String write(List<ReadyAnswer> answers, char separator) {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            csv.writeRecord(COLUMNS);
            answers.forEach(answer -> csv.writeRecord(cells(answer)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * All the drafts of a file, checked.
     *
     * @throws chat.beseda.forms.InvalidFields naming what is wrong, fields as {@code 12.text}: line and column
     */
    List<AnswerDraft> read(byte[] file) {
        var faults = new FieldChecks();
        String text = text(faults, file);
        List<CsvRecord> records = records(faults, text);
        List<String> columns = columns(faults, records);
        var drafts = new ArrayList<AnswerDraft>();
        var labels = new HashSet<AnswerLabel>();
        int faulty = 0;
        for (CsvRecord record : records.subList(1, records.size())) {
            if (record.getFields().stream().allMatch(String::isBlank) || faulty >= MOST_FAULTY_LINES) {
                continue;
            }
            var own = new FieldChecks();
            String at = record.getStartingLineNumber() + ".";
            AnswerDraft draft = draft(own, at, columns, record);
            if (own.isClean() && !labels.add(draft.label())) {
                own.add(at + "title", "taken", draft.title(), Map.of());
            }
            drafts.add(draft);
            faulty += own.isClean() ? 0 : 1;
            faults.addAll(own);
        }
        faults.refuse();
        return drafts;
    }

    private AnswerDraft draft(FieldChecks faults, String at, List<String> columns, CsvRecord record) {
        if (record.getFieldCount() != columns.size()) {
            String found = Integer.toString(record.getFieldCount());
            String wanted = Integer.toString(columns.size());
            faults.add(at + "cells", "csv_cells", found, Map.of("found", found, "wanted", wanted));
            return new AnswerDraft("", "", "", null, null);
        }
        String language = cell(columns, record, "language").strip().toLowerCase(Locale.ROOT);
        var said = new AnswerDraft(
                cell(columns, record, "folder"),
                cell(columns, record, "title"),
                cell(columns, record, "text"),
                language.isEmpty() ? null : language,
                department(faults, at, cell(columns, record, "department").strip()));
        return checks.check(faults, at, said);
    }

    private @Nullable DepartmentId department(FieldChecks faults, String at, String name) {
        if (name.isEmpty()) {
            return null;
        }
        List<Department> all = departments.all();
        for (Department department : all) {
            if (department.name().equalsIgnoreCase(name)) {
                return department.id();
            }
        }
        String names = String.join(", ", all.stream().map(Department::name).toList());
        faults.add(at + "department", "not_one_of", name, Map.of("words", names));
        return null;
    }

    private static String cell(List<String> columns, CsvRecord record, String column) {
        int at = columns.indexOf(column);
        String cell = at < 0 ? "" : record.getField(at);
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private List<String> cells(ReadyAnswer answer) {
        DepartmentId department = answer.department();
        String name = department == null
                ? ""
                : departments.byId(department).map(Department::name).orElse("");
        return List.of(
                guarded(answer.folder()),
                guarded(answer.title()),
                guarded(answer.text()),
                Objects.requireNonNullElse(answer.language(), ""),
                guarded(name));
    }

    private static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String text(FieldChecks faults, byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherLetters) {
            faults.add(FILE, "csv_utf8", null, Map.of());
            throw faults.refusal();
        }
    }

    private static List<CsvRecord> records(FieldChecks faults, String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            if (!records.isEmpty()) {
                return records;
            }
        } catch (CsvParseException | IOException broken) {
            faults.add(FILE, "csv_broken", null, Map.of());
            throw faults.refusal();
        }
        faults.add(FILE, "required", null, Map.of());
        throw faults.refusal();
    }

    private static List<String> columns(FieldChecks faults, List<CsvRecord> records) {
        List<String> columns = records.getFirst().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean known =
                COLUMNS.containsAll(columns) && columns.stream().distinct().count() == columns.size();
        if (!known || !columns.containsAll(List.of("title", "text"))) {
            faults.add(FILE, "csv_columns", String.join(", ", columns), Map.of("words", String.join(", ", COLUMNS)));
            throw faults.refusal();
        }
        return columns;
    }
}

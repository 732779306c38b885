package chat.beseda.storage;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows of a database as text, one JSON object a line and one file a table, inside a zip. The same file is restored into either
 * engine, so a backup is also the way from SQLite to PostgreSQL. Reading is one snapshot of a live database.
 */
final class Backup {
    private static final String FOLDER = "tables/";
    private static final int ROWS_PER_BATCH = 500;
    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    /** Small numbers too are what great ones are: the rows of a batch are bound alike. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /** Writes every table in the order it was made, parents before children. */
    void write(Handle snapshot, Dialect dialect, ZipOutputStream zip) throws IOException {
        for (String table : dialect.tables(snapshot)) {
            zip.putNextEntry(new ZipEntry(FOLDER + table + ".jsonl"));
            var lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            try (ResultIterator<Map<String, Object>> rows = snapshot.createQuery("SELECT * FROM " + table)
                    .setFetchSize(1_000)
                    .mapToMap()
                    .iterator()) {
                while (rows.hasNext()) {
                    lines.write(json.writeValueAsString(rows.next()));
                    lines.newLine();
                }
            }
            lines.flush();
            zip.closeEntry();
        }
    }

    /** Replaces every row with the backup's, and gives the database another epoch. */
    void read(Handle transaction, Dialect dialect, ZipInputStream zip) throws IOException {
        List<String> tables = dialect.tables(transaction);
        tables.reversed().forEach(table -> transaction.execute("DELETE FROM " + table));
        // What is made from these rows is made anew when it finds this one empty.
        transaction.execute("DELETE FROM archive_conversation");
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().startsWith(FOLDER)) {
                String table = entry.getName()
                        .substring(FOLDER.length(), entry.getName().length() - ".jsonl".length());
                if (!tables.contains(table)) {
                    throw new DatabaseRefusal(
                            "backup_unknown", "the backup has a table this program does not know: " + table, null);
                }
                insertRows(transaction, table, zip);
            }
        }
        Epoch.renew(transaction);
    }

    private void insertRows(Handle transaction, String table, ZipInputStream zip) {
        var lines = new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8));
        var rows = new ArrayList<Map<String, Object>>(ROWS_PER_BATCH);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(json.readValue(line, ROW));
                if (rows.size() == ROWS_PER_BATCH) {
                    insert(transaction, table, rows);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        insert(transaction, table, rows);
    }

    private static void insert(Handle transaction, String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.getFirst().keySet());
        columns.forEach(Backup::requireName);
        var batch = transaction.prepareBatch("INSERT INTO %s (%s) VALUES (:%s)"
                .formatted(table, String.join(", ", columns), String.join(", :", columns)));
        rows.forEach(row -> batch.bindMap(row).add());
        batch.execute();
        rows.clear();
    }

    private static void requireName(String column) {
        if (!column.matches("[a-z_][a-z0-9_]*")) {
            throw new DatabaseRefusal(
                    "backup_unknown", "the backup has a column with the name \"" + column + "\"", null);
        }
    }
}

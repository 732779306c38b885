package chat.beseda.dialogues;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A file of the demo's words, in the program itself: UTF-8, a line that begins with # is a comment. */
public record TextFile(String path) {

    /** Its bytes. */
    public byte[] bytes() {
        try (InputStream stream = TextFile.class.getResourceAsStream("/demo/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("the demo has no file " + path);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("the demo's file " + path + " cannot be read", failure);
        }
    }

    /** Its lines without comments and empty ones. */
    List<String> lines() {
        return new String(bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Its lines as rows of cells between bars. */
    public <R> List<R> rows(int cells, Function<List<String>, R> toRow) {
        return lines().stream().map(line -> toRow.apply(cells(line, cells))).toList();
    }

    private List<String> cells(String line, int wanted) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != wanted) {
            throw new IllegalStateException(
                    "%s: \"%s\" has %d cells, not %d".formatted(path, line, cells.size(), wanted));
        }
        return cells;
    }
}

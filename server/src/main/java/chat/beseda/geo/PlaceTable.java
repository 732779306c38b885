package chat.beseda.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the tables of names: fields parted by bars, lines that begin with # are for people. */
final class PlaceTable {
    private PlaceTable() {}

    static List<List<String>> read(String name) {
        try (InputStream file = Objects.requireNonNull(PlaceTable.class.getResourceAsStream("/geo/" + name), name);
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name + " of the program itself", broken);
        }
    }
}

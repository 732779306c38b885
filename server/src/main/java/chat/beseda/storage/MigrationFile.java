package chat.beseda.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * One numbered file of {@code db/}, known by what Flyway records of it, so that a start can see without Flyway that nothing is to
 * be done.
 */
record MigrationFile(int version, int checksum) {
    private static final Pattern NAME = Pattern.compile("db/(\\w+)/V(\\d+)__\\w+\\.sql");

    /** All files that the engine runs, oldest first. */
    static List<MigrationFile> of(Dialect dialect) {
        return names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> name.group(1).equals("common") || name.group(1).equals(dialect.migrationFolder()))
                .map(name -> new MigrationFile(Integer.parseInt(name.group(2)), checksum(name.group())))
                .sorted(Comparator.comparingInt(MigrationFile::version))
                .toList();
    }

    /** What lies in our own jar, or in the folder of classes. */
    private static List<String> names() {
        try {
            Path home = home();
            if (!Files.isDirectory(home)) {
                try (var jar = new JarFile(home.toFile())) {
                    return jar.stream().map(ZipEntry::getName).toList();
                }
            }
            try (Stream<Path> files = Files.walk(home.resolve("db"))) {
                return files.map(file -> home.relativize(file).toString().replace(File.separatorChar, '/'))
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path home() throws IOException {
        URL location = MigrationFile.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException failure) {
            throw new IOException("the program lies at an address that is no file: " + location, failure);
        }
    }

    /** As Flyway counts: the lines without their ends. */
    private static int checksum(String name) {
        var stream = Objects.requireNonNull(MigrationFile.class.getResourceAsStream("/" + name), name);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var sum = new CRC32();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return (int) sum.getValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

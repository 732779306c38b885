import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is removed in the end. BESEDA_BENCH_DIR says where, to measure another disk than that of the system. */
record Scratch(Path path) implements AutoCloseable {
    static final Path ROOT =
            Path.of(System.getenv().getOrDefault("BESEDA_BENCH_DIR", System.getProperty("java.io.tmpdir")));

    static Scratch make(String name) throws IOException {
        return new Scratch(Files.createTempDirectory(ROOT, "beseda-bench-" + name + "-"));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (var below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

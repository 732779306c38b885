import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The classes of this folder on the disk: Java's source launcher keeps its own in memory, where no child process sees them. */
final class Compiled {
    private Compiled() {}

    static Path toFolder() {
        Path target = Path.of("server/target/bench-classes");
        List<String> command = new ArrayList<>(List.of(
                "-d", target.toString(), "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path")));
        try (var sources = Files.list(Path.of("bench"))) {
            Files.createDirectories(target);
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the benchmarks could not be compiled to " + target);
        }
        return target;
    }
}

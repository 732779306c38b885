import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;

/**
 * An installed Beseda as {@code ./beseda package} lays it out, with Java's cache of loaded and linked classes.
 *
 * @param folder holds bin/beseda and lib
 * @param origin how it came to be, for the report
 */
record Product(Path folder, String origin) {
    private static final Path CLASSES = Path.of("server/target/classes");
    private static final Path LIBRARIES = Path.of("server/target/lib");

    Path launcher() {
        return folder.resolve("bin/beseda");
    }

    /** The packed one when it is newer than the compiled classes, else one laid out and trained now, kept for the next run. */
    static Product ready(Run run) throws IOException, InterruptedException {
        FileTime sources = newestBelow(CLASSES);
        Optional<Path> packed = packed();
        if (packed.isPresent() && isNewer(packed.get().resolve("lib/beseda.aot"), sources)) {
            return new Product(packed.get(), "dist of ./beseda package, with its AOT cache");
        }
        var made = new Product(
                Path.of("server/target/bench-product").toAbsolutePath(),
                "laid out like ./beseda package, with an AOT cache trained by a second start");
        if (!isNewer(made.cache(), sources)) {
            made.layOut();
            made.train(run);
        }
        return made;
    }

    private Path cache() {
        return folder.resolve("lib/beseda.aot");
    }

    private static Optional<Path> packed() throws IOException {
        Path dist = Path.of("dist").toAbsolutePath();
        if (!Files.isDirectory(dist)) {
            return Optional.empty();
        }
        try (var entries = Files.list(dist)) {
            return entries.filter(Files::isDirectory).findFirst();
        }
    }

    private static boolean isNewer(Path file, FileTime than) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(than) > 0;
    }

    private static FileTime newestBelow(Path folder) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }

    private void layOut() throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("bin"));
        try (var old = Files.list(libraries)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        String target = libraries.resolve("beseda.jar").toString();
        int code = jar.run(System.out, System.err, "--create", "--file", target, "-C", CLASSES.toString(), ".");
        if (code != 0) {
            throw new IOException("jar could not make " + target);
        }
        try (var jars = Files.list(LIBRARIES)) {
            for (Path file : jars.toList()) {
                Files.copy(file, libraries.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(Path.of("tools/java.sh"), libraries.resolve("java.sh"));
        Files.copy(
                Path.of("tools/launcher"),
                launcher(),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void train(Run run) throws IOException, InterruptedException {
        Report.say("training the start");
        Path data = run.scratch().file("training");
        for (Map<String, String> said : List.of(Map.<String, String>of(), Map.of("BESEDA_TRAINING", "true"))) {
            try (Server server = Server.start(run, this, data, said)) {
                server.stopPolitely(Duration.ofSeconds(60));
            }
        }
        if (!Files.exists(cache())) {
            Report.say("Java made no AOT cache; starts are slower than those of a package");
        }
    }
}

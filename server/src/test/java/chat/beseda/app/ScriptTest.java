package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./beseda} on machines that lack something: a copy of the script that finds programs only where the test put them. */
class ScriptTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "cp",
            "cut",
            "diff",
            "dirname",
            "env",
            "find",
            "head",
            "ln",
            "ls",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sort",
            "xargs");

    @TempDir
    Path machine;

    private final Map<String, String> environment = new TreeMap<>();

    private record Said(int code, String text) {}

    @BeforeEach
    void copy() throws IOException {
        copied("beseda");
        try (Stream<Path> tools = Files.list(PROJECT.resolve("tools"))) {
            for (Path tool : tools.filter(Files::isRegularFile).toList()) {
                copied("tools/" + tool.getFileName());
            }
        }
        Files.createDirectories(machine.resolve("programs"));
        for (String tool : TOOLS) {
            Path program = machine.resolve("programs").resolve(tool);
            Files.writeString(program, "#!/bin/sh\nexec %s \"$@\"\n".formatted(whereIs(tool)));
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        environment.put("PATH", machine.resolve("programs").toString());
        environment.put("HOME", machine.toString());
    }

    @Test
    void aloneItPrintsHelp() throws Exception {
        Said said = beseda();
        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("./beseda run", "./beseda restore FILE", "--replace");
    }

    @Test
    void aWordNobodyKnowsIsNamed() throws Exception {
        assertRefusal(beseda("rnu"), "There is no command rnu.");
    }

    @Test
    void anOptionNobodyKnowsIsNamed() throws Exception {
        assertRefusal(beseda("run", "--prot", "1"), "Unknown option --prot");
    }

    @ParameterizedTest
    @CsvSource({"run", "check", "package", "backup"})
    void withoutJavaItSaysWhichToInstall(String word) throws Exception {
        assertRefusal(
                word.equals("backup") ? beseda(word, "file") : beseda(word),
                "Beseda needs JDK 25 or newer",
                "no Java at all");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        jdk("21.0.5");
        assertRefusal(beseda("run"), "Beseda needs JDK 25 or newer", "21.0.5 in " + machine.resolve("jdk"));
    }

    @Test
    void withoutNodeItSaysWhichToInstall() throws Exception {
        jdk("25.0.1");
        assertRefusal(beseda("run"), "Node 20.19 or newer; found none");
    }

    @Test
    void anOldNodeIsNamedWithItsVersion() throws Exception {
        jdk("25.0.1");
        program(machine.resolve("programs/node"), "echo v18.20.4");
        assertRefusal(beseda("run"), "Node 20.19 or newer; found 18.20.4");
    }

    @Test
    void withoutMavenItSaysWhichToInstall() throws Exception {
        jdk("25.0.1");
        assertRefusal(beseda("check"), "Beseda is built with Maven");
    }

    @Test
    void theWordsOfARestoreReachTheProgram() throws Exception {
        built();

        Said said = beseda("restore", "copy.zip", "--replace", "--data", "elsewhere");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("chat.beseda.app.Main restore " + machine.resolve("copy.zip") + " --replace")
                .contains("data=" + machine.resolve("elsewhere"));
    }

    @Test
    void reportsAreRebuiltInTheNamedFolder() throws Exception {
        built();

        Said said = beseda("rebuild-reports", "--data", "elsewhere");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("chat.beseda.app.Main rebuild-reports")
                .contains("data=" + machine.resolve("elsewhere"));
        assertRefusal(beseda("rebuild-reports", "copy.zip"), "takes no argument copy.zip");
    }

    @Test
    void replaceBelongsToRestore() throws Exception {
        jdk("25.0.1");
        assertRefusal(beseda("backup", "copy.zip", "--replace"), "--replace belongs to restore");
    }

    @Test
    void withoutMemoryTheServerEnds() throws Exception {
        built();
        assertThat(beseda("backup", "copy.zip").text()).contains("-XX:+ExitOnOutOfMemoryError");
    }

    private void built() throws IOException {
        jdk("25.0.1");
        program(machine.resolve("programs/mvn"), "exit 0");
        Files.createDirectories(machine.resolve("server/src/main"));
        Files.createDirectories(machine.resolve("server/target"));
        Files.writeString(machine.resolve("server/pom.xml"), "<project/>");
    }

    private static void assertRefusal(Said said, String... words) {
        assertThat(said.code()).as(said.text()).isNotZero();
        assertThat(said.text()).contains(words);
    }

    private Said beseda(String... words) throws Exception {
        var command = new ArrayList<>(List.of(machine.resolve("beseda").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(machine.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    /** A Java that tells what it was asked. */
    private void jdk(String version) throws IOException {
        Path home = machine.resolve("jdk");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"%n".formatted(version));
        program(home.resolve("bin/java"), "echo \"$@\" \"data=${BESEDA_DATA:-}\"");
        program(home.resolve("bin/javac"), "exit 0");
        environment.put("JAVA_HOME", home.toString());
    }

    private void program(Path path, String line) throws IOException {
        Files.writeString(path, "#!" + whereIs("bash") + "\n" + line + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    /** The places where systems keep Java lie on the test's machine. */
    private void copied(String name) throws IOException {
        String text = Files.readString(PROJECT.resolve(name));
        Path target = machine.resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(
                target, text.replaceAll("(/usr/lib/jvm|/usr/libexec|/opt/java|/Library/Java)", machine + "/none$1"));
        assertThat(target.toFile().setExecutable(true)).isTrue();
    }

    private static Path whereIs(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the test needs " + tool));
    }
}

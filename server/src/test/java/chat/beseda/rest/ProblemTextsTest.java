package chat.beseda.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that the program can utter has a sentence in every language, with the same figures in it. */
class ProblemTextsTest {
    private static final Pattern PROBLEM = Pattern.compile(
            "(?:Problem\\.(?:of|later)\\(\\d+, |new Conflict\\(|new Problem\\(\\s*\\d+,\\s*)\"([a-z_]+)\"");
    private static final Pattern UNKNOWN = Pattern.compile("(?:new Unknown\\(|call\\.id\\()\"([a-z_]+)\"");
    private static final Pattern EXPECTED = Pattern.compile(
            "(?:add\\(\\s*[\\w\".+ \\[\\]]+,\\s*|refusal\\(|fault\\(path\\(\\w+\\), |Field\\(path, |-> )\"([a-z_]+)\"");
    private static final Pattern PARAM = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en", "uk"})
    void everyCodeOfTheSourcesHasASentence(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsAll(codes("problem.", PROBLEM, ""))
                .containsAll(codes("problem.", UNKNOWN, "_unknown"))
                .containsAll(codes("expected.", EXPECTED, ""));
    }

    @Test
    void allLanguagesSayTheSame() throws IOException {
        Properties russian = texts("ru");
        for (String language : Set.of("en", "uk")) {
            Properties other = texts(language);
            assertThat(other.stringPropertyNames()).isEqualTo(russian.stringPropertyNames());
            for (String name : russian.stringPropertyNames()) {
                assertThat(params(other.getProperty(name)))
                        .as(language + " " + name)
                        .isEqualTo(params(russian.getProperty(name)));
            }
        }
    }

    private static Set<String> codes(String prefix, Pattern pattern, String suffix) throws IOException {
        var codes = new TreeSet<String>();
        for (String room : Set.of(
                "console",
                "administration",
                "answers",
                "knowledge",
                "web",
                "sites",
                "operators",
                "app",
                "inbox",
                "guests",
                "requests",
                "requestkinds")) {
            try (var files = Files.list(Path.of("src/main/java/chat/beseda", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file))
                            .results()
                            .map(match -> prefix + match.group(1) + suffix)
                            .forEach(codes::add);
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(3);
        return codes;
    }

    private static Set<String> params(String text) {
        return PARAM.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static Properties texts(String language) throws IOException {
        String name = "problems_%s.properties".formatted(language);
        var texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ConsoleProblems.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}

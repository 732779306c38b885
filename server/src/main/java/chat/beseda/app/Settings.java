package chat.beseda.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings' words as they were found: environment before file before standard. */
final class Settings {
    private final Map<Setting, String> words;

    private Settings(Map<Setting, String> words) {
        this.words = words;
    }

    /**
     * Reads {@code BESEDA_CONFIG}, or {@code beseda.conf} in the data folder when it exists, and the environment.
     *
     * @throws SettingRefusal when the file has a name nobody knows, or cannot be read
     */
    static Settings read(Map<String, String> environment) {
        var words = new EnumMap<Setting, String>(Setting.class);
        Properties file = file(environment);
        for (Setting setting : Setting.values()) {
            @Nullable String said = environment.get(setting.inEnvironment());
            words.put(setting, (said != null ? said : file.getProperty(setting.inFile(), setting.standard())).strip());
        }
        return new Settings(words);
    }

    String of(Setting setting) {
        return words.getOrDefault(setting, setting.standard());
    }

    /** The documented example: every setting with its meaning and standard value, commented out. */
    static String example() {
        return Arrays.stream(Setting.values())
                .map(setting -> "# %s\n# environment: %s\n#%s=%s\n"
                        .formatted(setting.meaning(), setting.inEnvironment(), setting.inFile(), setting.standard()))
                .collect(Collectors.joining(
                        "\n", "# Settings of Beseda. Take the # away before a line to change it.\n\n", ""));
    }

    private static Properties file(Map<String, String> environment) {
        var properties = new Properties();
        @Nullable String named = environment.get("BESEDA_CONFIG");
        Path data = Path.of(environment.getOrDefault(Setting.DATA.inEnvironment(), Setting.DATA.standard()));
        Path path = named != null ? Path.of(named) : data.resolve("beseda.conf");
        if (named == null && !Files.exists(path)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException failure) {
            throw new SettingRefusal("BESEDA_CONFIG", path.toString(), "a readable file of name=value lines");
        }
        for (String name : properties.stringPropertyNames()) {
            if (Arrays.stream(Setting.values())
                    .noneMatch(setting -> setting.inFile().equals(name))) {
                throw new SettingRefusal(name, properties.getProperty(name), "one of the names in docs/beseda.conf");
            }
        }
        return properties;
    }
}

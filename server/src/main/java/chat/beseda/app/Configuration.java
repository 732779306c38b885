package chat.beseda.app;

import chat.beseda.storage.DatabaseAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the process was told, checked: read once, handed to the parts that need it. */
record Configuration(
        String host,
        int port,
        Path data,
        DatabaseAddress database,
        @Nullable URI publicUrl,
        @Nullable FirstAdministrator administrator,
        @Nullable Certificate certificate,
        Set<String> trustedProxies,
        int metricsPort,
        String metricsToken,
        int connectionsPerAddress,
        int newcomersPerAddress,
        int connections,
        Path places,
        Set<String> pushServices,
        Demo demo) {

    /** What there is to try the product on. */
    enum Demo {
        OFF,
        SHOP,
        FULL
    }

    /** Who signs in first when nobody is there to fill in the first-run page. */
    record FirstAdministrator(String email, String password) {}

    /** PEM files of our own TLS. */
    record Certificate(Path chain, Path key) {}

    /** The origin of our own pages as far as it can be known before anybody has called; a port that is yet to be found is left out. */
    String likelyOrigin() {
        if (publicUrl != null) {
            return publicUrl.toString();
        }
        String host = certificate == null ? "http://localhost" : "https://localhost";
        return port == 0 ? host : host + ":" + port;
    }

    /** @throws SettingRefusal naming the first setting that cannot be used */
    static Configuration of(Settings settings) {
        Path data = Path.of(settings.of(Setting.DATA)).toAbsolutePath();
        return new Configuration(
                settings.of(Setting.HOST),
                number(settings, Setting.PORT, 0, 65_535),
                data,
                database(settings, data),
                publicUrl(settings),
                administrator(settings),
                certificate(settings),
                list(settings, Setting.TRUSTED_PROXIES),
                settings.of(Setting.METRICS_PORT).isEmpty() ? -1 : number(settings, Setting.METRICS_PORT, 0, 65_535),
                settings.of(Setting.METRICS_TOKEN),
                number(settings, Setting.CONNECTIONS_PER_ADDRESS, 1, 1_000_000),
                number(settings, Setting.NEWCOMERS_PER_ADDRESS, 2, 1_000_000),
                number(settings, Setting.CONNECTIONS, 1, 10_000_000),
                places(settings, data),
                list(settings, Setting.PUSH_SERVICES),
                demo(settings));
    }

    private static DatabaseAddress database(Settings settings, Path data) {
        String url = settings.of(Setting.DB_URL);
        if (url.isEmpty()) {
            return new DatabaseAddress.SqliteFile(data.resolve("beseda.db"));
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new SettingRefusal(
                    Setting.DB_URL.inEnvironment(),
                    url.replaceFirst("\\?.*", "?…"),
                    "jdbc:postgresql://host/name?user=…, or nothing");
        }
        return new DatabaseAddress.PostgresServer(url);
    }

    private static @Nullable URI publicUrl(Settings settings) {
        String text = settings.of(Setting.PUBLIC_URL);
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawPath().isEmpty() && url.getRawQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below in the same words as every other wrong value.
        }
        throw new SettingRefusal(
                Setting.PUBLIC_URL.inEnvironment(), text, "https://name or http://name:port, without a path");
    }

    private static @Nullable FirstAdministrator administrator(Settings settings) {
        String email = settings.of(Setting.ADMIN_EMAIL);
        String password = settings.of(Setting.ADMIN_PASSWORD);
        if (email.isEmpty() != password.isEmpty()) {
            throw new SettingRefusal(
                    Setting.ADMIN_EMAIL.inEnvironment(), email, "both it and BESEDA_ADMIN_PASSWORD, or neither");
        }
        return email.isEmpty() ? null : new FirstAdministrator(email, password);
    }

    private static @Nullable Certificate certificate(Settings settings) {
        String chain = settings.of(Setting.TLS_CERTIFICATE);
        String key = settings.of(Setting.TLS_KEY);
        if (chain.isEmpty() != key.isEmpty()) {
            throw new SettingRefusal(
                    Setting.TLS_CERTIFICATE.inEnvironment(), chain, "both it and BESEDA_TLS_KEY, or neither");
        }
        return chain.isEmpty() ? null : new Certificate(Path.of(chain), Path.of(key));
    }

    private static Path places(Settings settings, Path data) {
        String path = settings.of(Setting.PLACES);
        return path.isEmpty() || path.equals("off")
                ? data.resolve("places")
                : Path.of(path).toAbsolutePath();
    }

    private static Set<String> list(Settings settings, Setting setting) {
        return Arrays.stream(settings.of(setting).split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Demo demo(Settings settings) {
        return switch (settings.of(Setting.DEMO)) {
            case "off", "false" -> Demo.OFF;
            case "shop" -> Demo.SHOP;
            case "full", "true" -> Demo.FULL;
            default ->
                throw new SettingRefusal(Setting.DEMO.inEnvironment(), settings.of(Setting.DEMO), "off, shop or full");
        };
    }

    private static int number(Settings settings, Setting setting, int least, int most) {
        String text = settings.of(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below in the same words as a number out of range.
        }
        throw new SettingRefusal(setting.inEnvironment(), text, "a number from %d to %d".formatted(least, most));
    }
}

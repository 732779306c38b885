package chat.beseda.app;

import java.util.Locale;

/**
 * Everything that is set outside the console: what the process must know before it can ask its database. Each has one name in
 * the file {@code beseda.conf} and one in the environment ({@code port} and {@code BESEDA_PORT}); the environment wins.
 */
enum Setting {
    PORT("8080", "Port of the web server; 0 takes any free one."),
    HOST("0.0.0.0", "Address to listen on: 127.0.0.1 when only a proxy on this machine may reach it."),
    DATA("data", "Folder of the database file, photos and locks. Made when missing."),
    DB_URL("", "PostgreSQL instead of the embedded file: jdbc:postgresql://host/name?user=…&password=…"),
    PUBLIC_URL(
            "",
            "Address people use, such as https://chat.example.com. Needed behind a proxy or with several names; empty takes "
                    + "the address of each request."),
    ADMIN_EMAIL("", "Unattended set-up: e-mail of the first administrator. Used once, while there is nobody."),
    ADMIN_PASSWORD("", "Unattended set-up: the first administrator's password, 12 characters or more."),
    TLS_CERTIFICATE(
            "",
            "PEM file with the certificate and its chain: Beseda speaks HTTPS and HTTP/2 itself. Reread when it changes."),
    TLS_KEY("", "PEM file with the certificate's private key, without a password."),
    TRUSTED_PROXIES("127.0.0.1, ::1", "Addresses of proxies whose X-Forwarded-For and -Proto are believed."),
    METRICS_PORT("", "Port for /metrics (Prometheus) on 127.0.0.1; empty opens none."),
    METRICS_TOKEN("", "Opens /metrics on the main port to whoever sends Authorization: Bearer with this token."),
    CONNECTIONS_PER_ADDRESS(
            "200", "How many visitors' lines one address may hold: an office behind one router needs many."),
    NEWCOMERS_PER_ADDRESS(
            "120",
            "How many visitors who were never seen before one address may bring a minute, half as many at once; more wait their "
                    + "turn. In their first hour they may together send five times as many messages a minute."),
    CONNECTIONS("100000", "How many lines the server holds in all before new ones are asked to come later."),
    PLACES(
            "",
            "City database (.mmdb) or a folder of such files, for the cities of visitors. Empty: the folder places in the data "
                    + "folder, into which ./beseda fetches DB-IP's free one at the first start; off: fetch nothing."),
    PUSH_SERVICES(
            "",
            "Further push services that may tell visitors' browsers of answers, such as https://push.example.com, separated by "
                    + "commas. Those of Chrome, Firefox, Safari and Edge are known."),
    DEMO(
            "off",
            "off: the switch in the console decides. shop: the demo shop at /demo/ is always served. full: also a filled company "
                    + "and visitors who come and ask; only in an empty data folder."),
    LOG_LEVEL("info", "error, warn, info, debug"),
    LOG_FORMAT("text", "text for people, json for machines: one object a line.");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    String inFile() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String inEnvironment() {
        return "BESEDA_" + name();
    }

    /** The value when nobody says another. */
    String standard() {
        return standard;
    }

    /** What a person reads about it. */
    String meaning() {
        return meaning;
    }
}

package chat.beseda.storage;

import java.nio.file.Path;

/** Where the database is: a file of our own, or a PostgreSQL server. */
public sealed interface DatabaseAddress {

    /** The embedded default: one SQLite file in the data folder. */
    record SqliteFile(Path path) implements DatabaseAddress {}

    /** A PostgreSQL server, by JDBC URL ({@code jdbc:postgresql://host/name?user=…}). */
    record PostgresServer(String jdbcUrl) implements DatabaseAddress {}
}

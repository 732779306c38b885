package chat.beseda.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** The name of the database's life, kept in the table {@code meta}. */
final class Epoch {
    private Epoch() {}

    static String of(Handle handle) {
        return handle.createQuery("SELECT value FROM meta WHERE name = 'epoch'")
                .mapTo(String.class)
                .one();
    }

    static boolean isThere(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM meta WHERE name = 'epoch'")
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Gives the database a name if it has none. */
    static void ensure(Handle handle) {
        handle.createUpdate("INSERT INTO meta (name, value) VALUES ('epoch', :value) ON CONFLICT (name) DO NOTHING")
                .bind("value", random())
                .execute();
    }

    /** Writes the name over itself, to see whether writing works. */
    static int touch(Handle handle) {
        return handle.execute("UPDATE meta SET value = value WHERE name = 'epoch'");
    }

    /** Gives a restored database another name, so that no client goes on counting from what is gone. */
    static void renew(Handle handle) {
        handle.createUpdate("UPDATE meta SET value = :value WHERE name = 'epoch'")
                .bind("value", random())
                .execute();
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

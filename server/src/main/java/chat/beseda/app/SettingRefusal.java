package chat.beseda.app;

import java.io.IOException;

/** A setting cannot be used as it is written. The message names it, its value and what was expected. */
final class SettingRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingRefusal(String name, String value, String expected) {
        super("the setting %s is \"%s\": expected %s".formatted(name, value, expected));
    }

    /** Of a port that cannot be listened on; the system's own words tell a taken one from a forbidden one. */
    static SettingRefusal port(Setting setting, int port, String host, IOException reason) {
        return new SettingRefusal(
                setting.inEnvironment(),
                String.valueOf(port),
                "a port of %s that nobody else listens on and that this user may open (%s)"
                        .formatted(host, reason.getMessage()));
    }
}

package chat.beseda.app;

/** A setting cannot be used as it is written. The message names it, its value and what was expected. */
final class SettingRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingRefusal(String name, String value, String expected) {
        super("the setting %s is \"%s\": expected %s".formatted(name, value, expected));
    }
}

package chat.beseda.visitors;

import org.jspecify.annotations.Nullable;

/** How a visitor is called and reached; blank is the same as nothing. */
record Contacts(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    static final int MAX_NAME = 200;
    static final int MAX_EMAIL = 254;
    static final int MAX_PHONE = 50;

    /** @throws IllegalArgumentException when one is longer than its limit */
    Contacts {
        name = tidy("name", name, MAX_NAME);
        email = tidy("email", email, MAX_EMAIL);
        phone = tidy("phone", phone, MAX_PHONE);
    }

    private static @Nullable String tidy(String what, @Nullable String value, int limit) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String tidy = HostileText.tidy(value, value.length());
        if (tidy.length() > limit) {
            throw new IllegalArgumentException(
                    "the %s is %d characters, %d at most".formatted(what, tidy.length(), limit));
        }
        return tidy;
    }
}

package chat.beseda.events;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name a sender gave to what he sends, made when he pressed send: 128 random bits as 22 characters of base64url. */
public record ClientId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /**
     * Takes the form it must have.
     *
     * @throws IllegalArgumentException when it has another
     */
    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a client id is 22 characters of base64url, not " + value.length() + " of something");
        }
    }

    /** The id, or nothing when the text does not have the form of one. */
    public static Optional<ClientId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ClientId(text)) : Optional.empty();
    }
}

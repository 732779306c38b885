package chat.beseda.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Makes secrets nobody guesses, and the form in which they may be stored. Thread-safe. */
public final class RandomTokens {
    private static final int SECRET_BYTES = 32;
    private static final int NAME_BYTES = 16;
    /** Without the letters and digits that are read for one another. */
    private static final String TYPED = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int CODE_LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    /** A secret of 256 bits: 43 characters of base64url. */
    public String secret() {
        return encoded(SECRET_BYTES);
    }

    /** A name of 128 bits that cannot be guessed but is no secret: 22 characters of base64url. */
    public String name() {
        return encoded(NAME_BYTES);
    }

    /** A code of 59 bits that a person can type, such as {@code k7mp-2xwq-9tdz}: only where guesses are slowed down. */
    public String code() {
        return random.ints(CODE_LENGTH, 0, TYPED.length())
                .mapToObj(letter -> TYPED.substring(letter, letter + 1))
                .collect(Collectors.joining())
                .replaceAll(".{4}(?=.)", "$0-");
    }

    /** The SHA-256 of a token in hex: all that is stored of a secret. */
    public static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private String encoded(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

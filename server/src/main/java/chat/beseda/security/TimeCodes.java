package chat.beseda.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits out of a shared secret and the time, as authenticator apps make them: RFC 6238 with SHA-1 and steps of 30 s,
 * which is all that every app understands. Pure but for the making of secrets; thread-safe.
 */
public final class TimeCodes {
    private static final Duration STEP = Duration.ofSeconds(30);
    /** The clocks of telephones differ, and typing takes its time. */
    private static final int STEPS_AROUND = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** 160 bits, as RFC 4226 (4, R6) recommends. */
    private static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private TimeCodes() {}

    /** A new secret in base32, the way people type it into an app. */
    public static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return base32(bytes);
    }

    /**
     * Whether a code is right about now.
     *
     * @param secret base32
     * @param used codes of this step and of earlier ones are not taken again
     * @return the step the code belongs to, or empty
     */
    public static OptionalLong stepOf(String secret, String code, long nowMillis, long used) {
        long now = nowMillis / STEP.toMillis();
        for (long step = Math.max(now - STEPS_AROUND, used + 1); step <= now + STEPS_AROUND; step++) {
            if (same(at(secret, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a moment, milliseconds since 1970. */
    public static String code(String secret, long atMillis) {
        return at(secret, atMillis / STEP.toMillis());
    }

    /** The last step of which no code is taken any more when a secret is made at this moment. */
    public static long before(long atMillis) {
        return atMillis / STEP.toMillis() - STEPS_AROUND - 1;
    }

    private static String at(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }

    private static boolean same(String expected, String said) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xFF);
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(BASE32.charAt((held >> (bits - BITS)) & 0x1F));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt((held << (BITS - bits)) & 0x1F)).toString();
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * BITS / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = (held << BITS) | BASE32.indexOf(base32.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}

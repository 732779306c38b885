package chat.beseda.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Turns passwords into argon2id hashes (46 MiB, one pass, one lane) and compares them. At most two at once, so that a flood
 * of attempts costs memory for two; more wait, and beyond a hundred are refused. Thread-safe.
 */
public final class Passwords {
    /** The memory that one hash costs: 46 MiB. */
    public static final int KIBIBYTES = 46 * 1024;

    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 100;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final int kibibytes;
    private final String prefix;
    private final String nobodys;

    /** @param kibibytes the memory of one hash, {@link #KIBIBYTES} wherever real passwords are kept */
    public Passwords(int kibibytes) {
        this.kibibytes = kibibytes;
        this.prefix = "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(kibibytes, PASSES, LANES);
        this.nobodys = prefix + encoded(new byte[SALT_BYTES]) + "$" + encoded(new byte[TAG_BYTES]);
    }

    /** More people sign in at once than the machine can check. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("more than %d passwords wait to be checked".formatted(WAITING));
        }
    }

    /** The hash as it is stored: a PHC string with its salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return prefix + encoded(salt) + "$" + encoded(tag(password, salt, kibibytes, PASSES, LANES));
    }

    /** Compares. With no hash (an unknown name) it takes as long and answers no. */
    public boolean matches(String password, @Nullable String hash) {
        String[] parts = (hash == null ? nobodys : hash).split("\\$", -1);
        String[] costs = parts[3].split("[,=]", -1);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = tag(
                password,
                Base64.getDecoder().decode(parts[4]),
                Integer.parseInt(costs[1]),
                Integer.parseInt(costs[3]),
                Integer.parseInt(costs[5]));
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    /** True for a hash made with other costs than today's: make it anew at the next sign-in. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(prefix);
    }

    private byte[] tag(String password, byte[] salt, int memory, int passes, int lanes) {
        if (places.getQueueLength() >= WAITING) {
            throw new Busy();
        }
        places.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] tag = new byte[TAG_BYTES];
            String spelled = Normalizer.normalize(password, Normalizer.Form.NFKC);
            generator.generateBytes(spelled.getBytes(StandardCharsets.UTF_8), tag);
            return tag;
        } finally {
            places.release();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}

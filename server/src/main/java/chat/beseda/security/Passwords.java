package chat.beseda.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns passwords into argon2id hashes (46 MiB, one pass, one lane) and compares them. One after another, on a thread of its
 * own and in the same memory, so that a flood of attempts neither takes the processors from messages nor fills the heap; a
 * hundred wait, more are refused. Thread-safe.
 */
public final class Passwords {
    /** The memory that one hash costs: 46 MiB. */
    public static final int KIBIBYTES = 46 * 1024;

    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int WAITING = 100;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService hand = hand();
    private final Argon2id.Costs costs;
    private final String prefix;
    private final String nobodys;
    private @Nullable Argon2id argon;

    /** @param kibibytes the memory of one hash, {@link #KIBIBYTES} wherever real passwords are kept */
    public Passwords(int kibibytes) {
        this.costs = new Argon2id.Costs(kibibytes, PASSES, LANES);
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
        return prefix + encoded(salt) + "$" + encoded(tag(password, salt, costs));
    }

    /** Compares. With no hash (an unknown name) it takes as long and answers no. */
    public boolean matches(String password, @Nullable String hash) {
        String[] parts = (hash == null ? nobodys : hash).split("\\$", -1);
        String[] words = parts[3].split("[,=]", -1);
        var its =
                new Argon2id.Costs(Integer.parseInt(words[1]), Integer.parseInt(words[3]), Integer.parseInt(words[5]));
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = tag(password, Base64.getDecoder().decode(parts[4]), its);
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    /** True for a hash made with other costs than today's: make it anew at the next sign-in. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(prefix);
    }

    private byte[] tag(String password, byte[] salt, Argon2id.Costs its) {
        byte[] spelled = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        try {
            return CompletableFuture.supplyAsync(() -> inTurn(spelled, salt, its), hand)
                    .join();
        } catch (RejectedExecutionException full) {
            throw new Busy();
        }
    }

    private synchronized byte[] inTurn(byte[] password, byte[] salt, Argon2id.Costs its) {
        Argon2id known = argon;
        if (known == null) {
            known = new Argon2id(costs.kibibytes());
            argon = known;
        }
        return known.tag(password, salt, its);
    }

    /** No virtual thread: those share as many carriers as there are processors, and a hash lets none go for tenths of seconds. */
    private static ExecutorService hand() {
        var hand = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("passwords").daemon().factory());
        hand.allowCoreThreadTimeOut(true);
        return hand;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}

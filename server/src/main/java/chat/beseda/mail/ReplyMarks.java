package chat.beseda.mail;

import chat.beseda.security.RandomTokens;
import chat.beseda.security.SharedSecret;
import chat.beseda.storage.Database;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signed marks on letters by which an answer is known: what it goes on with, and whether it comes from whom the letter went to. Made of
 * small letters, digits and hyphens, because mail servers may change the case of what stands before the sign of an address. Thread-safe.
 */
public final class ReplyMarks {
    private static final int RADIX = 36;
    private static final int SIGNATURE_BYTES = 16;
    private static final int ADDRESS_BYTES = 5;
    private static final int MOST_LOOKED_AT = 200;
    private static final Pattern MARK =
            Pattern.compile("(?<![0-9a-z-])([0-9a-z]{1,13})-([0-9a-z]{3,8})-([0-9a-z]{18,25})(?![0-9a-z-])");

    private final Database database;
    private final RandomTokens random;
    private final SqlMailStore store = new SqlMailStore();
    private final AtomicReference<@Nullable SharedSecret> secret = new AtomicReference<>();

    ReplyMarks(Database database, RandomTokens random) {
        this.database = database;
        this.random = random;
    }

    /** What a text that may carry a mark turned out to be. */
    public sealed interface Judged {
        /** Ours, and from whom the letter went to. */
        record True(long matter) implements Judged {}

        /** Ours, but the letter went to somebody else. */
        record OtherSender(long matter) implements Judged {}

        /** It looks like one, and we never made it. */
        record Forged() implements Judged {}
    }

    /** The mark of letters to an address about a matter, always the same. */
    public String of(long matter, String to) {
        String words = Long.toString(matter, RADIX) + "-" + addressee(to);
        return words + "-" + short36(secret().signature("mark:" + words), SIGNATURE_BYTES);
    }

    /**
     * Judges the first of the texts that carries a mark; nothing when none does.
     *
     * @param texts hostile: ids of letters, addresses
     * @param sender whom the answer says it is from
     */
    public Optional<Judged> judge(Iterable<String> texts, String sender) {
        Optional<Judged> best = Optional.empty();
        int looked = 0;
        for (String text : texts) {
            Matcher mark = MARK.matcher(text.toLowerCase(Locale.ROOT));
            while (mark.find() && looked < MOST_LOOKED_AT) {
                looked++;
                Judged judged = judged(mark, sender);
                if (!(judged instanceof Judged.Forged)) {
                    return Optional.of(judged);
                }
                best = Optional.of(judged);
            }
        }
        return best;
    }

    private Judged judged(Matcher mark, String sender) {
        String words = mark.group(1) + "-" + mark.group(2);
        String expected = short36(secret().signature("mark:" + words), SIGNATURE_BYTES);
        if (!isEqual(expected, mark.group(3))) {
            return new Judged.Forged();
        }
        long matter = Long.parseLong(mark.group(1), RADIX);
        return isEqual(addressee(sender), mark.group(2)) ? new Judged.True(matter) : new Judged.OtherSender(matter);
    }

    private String addressee(String address) {
        return short36(secret().signature("to:" + address.toLowerCase(Locale.ROOT)), ADDRESS_BYTES);
    }

    private static String short36(byte[] bytes, int length) {
        return new BigInteger(1, Arrays.copyOf(bytes, length)).toString(RADIX);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private SharedSecret secret() {
        SharedSecret known = secret.get();
        if (known != null) {
            return known;
        }
        String made = random.secret();
        String kept = database.write(transaction -> {
            Optional<String> there = store.secret(transaction.handle());
            if (there.isEmpty()) {
                store.putSecret(transaction.handle(), made);
            }
            return there.orElse(made);
        });
        var found = new SharedSecret(kept);
        secret.set(found);
        return found;
    }
}

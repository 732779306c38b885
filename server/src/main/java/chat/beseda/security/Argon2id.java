package chat.beseda.security;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Computes argon2id (RFC 9106, version 1.3), always in the same memory. It alone knows Bouncy Castle, and is made when the first
 * password comes: that library is signed, and Java checks 8,000 signatures before the first of its classes, 0.3 s that no start
 * should wait for. Not thread-safe.
 */
final class Argon2id {
    private static final int TAG_BYTES = 32;

    private final Argon2BytesGenerator.BlockPool memory;

    /** @param kibibytes kept from one hash to the next */
    Argon2id(int kibibytes) {
        this.memory = new Argon2BytesGenerator.FixedBlockPool(kibibytes);
    }

    byte[] tag(byte[] password, byte[] salt, Costs costs) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(costs.kibibytes)
                .withIterations(costs.passes)
                .withParallelism(costs.lanes)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] tag = new byte[TAG_BYTES];
        generator.generateBytes(password, tag);
        return tag;
    }

    /** What one hash costs: its memory, and how often and in how many parts it is gone through. */
    record Costs(int kibibytes, int passes, int lanes) {}
}

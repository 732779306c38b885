package chat.beseda.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Words that only one browser can read: the content coding {@code aes128gcm} of RFC 8188 with the keys of RFC 8291. */
final class Envelope {
    /** What every push service must carry, less the head and the seal (RFC 8291, section 4). */
    static final int LONGEST = 3993;

    private static final int RECORD = 4096;
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private Envelope() {}

    /**
     * Seals the words with keys that are used once.
     *
     * @throws GeneralSecurityException when the browser's keys are none
     */
    static byte[] seal(byte[] words, PushSubscription to, SecureRandom random) throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return seal(words, to.point(), to.secretBytes(), Curve.newKeys(), salt);
    }

    static byte[] seal(byte[] words, byte[] browser, byte[] secret, KeyPair own, byte[] salt)
            throws GeneralSecurityException {
        if (words.length > LONGEST) {
            throw new IllegalArgumentException("too long to push: " + words.length + " bytes, at most " + LONGEST);
        }
        byte[] ownPoint = Curve.bytes((ECPublicKey) own.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(Curve.key(browser), true);
        byte[] both = join(named("WebPush: info"), browser, ownPoint);
        byte[] shared = derive(agreement.generateSecret(), secret, both, 32);
        byte[] key = derive(shared, salt, named("Content-Encoding: aes128gcm"), 16);
        byte[] nonce = derive(shared, salt, named("Content-Encoding: nonce"), 12);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] ended = Arrays.copyOf(words, words.length + 1);
        ended[words.length] = LAST_RECORD;
        byte[] sealed = cipher.doFinal(ended);
        return ByteBuffer.allocate(SALT + 4 + 1 + ownPoint.length + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ownPoint.length)
                .put(ownPoint)
                .put(sealed)
                .array();
    }

    private static byte[] derive(byte[] material, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(material)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    /** The name and a zero byte, as both standards end their names. */
    private static byte[] named(String name) {
        return Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), name.length() + 1);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}

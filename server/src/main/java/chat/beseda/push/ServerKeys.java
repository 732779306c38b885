package chat.beseda.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** By what push services know this server (VAPID, RFC 8292): a browser lets only the holder of these keys speak to it. */
record ServerKeys(KeyPair pair) {
    /** RFC 8292 allows a day. */
    private static final Duration VALID = Duration.ofHours(12);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEAD = part("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

    /** @throws GeneralSecurityException when the texts are no keys */
    static ServerKeys of(String publicKey, String privateKey) throws GeneralSecurityException {
        var secret = new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(privateKey));
        return new ServerKeys(new KeyPair(
                Curve.key(Base64.getUrlDecoder().decode(publicKey)),
                KeyFactory.getInstance("EC").generatePrivate(secret)));
    }

    /** What a browser is given when it subscribes. */
    String publicText() {
        return BASE64.encodeToString(Curve.bytes((ECPublicKey) pair.getPublic()));
    }

    String privateText() {
        return BASE64.encodeToString(pair.getPrivate().getEncoded());
    }

    /**
     * The header {@code Authorization} of a request.
     *
     * @param subject an address of ours, {@code https:} or {@code mailto:}, for people who keep the push service
     */
    String authorization(URI endpoint, String subject, Instant now) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        long until = now.plus(VALID).getEpochSecond();
        // Neither may hold a quotation mark: the one is an allowed address, the other an origin of ours.
        String claims = part("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(audience, until, subject));
        String signed = HEAD + "." + claims;
        return "vapid t=" + signed + "." + BASE64.encodeToString(signature(signed)) + ", k=" + publicText();
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("our own key signs", impossible);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

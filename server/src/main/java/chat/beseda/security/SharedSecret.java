package chat.beseda.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that another server holds too, and what it signed with it: HMAC-SHA-256 throughout, also inside a token, whatever the
 * token says of itself (RFC 8725, 3.1). Thread-safe.
 */
public final class SharedSecret {
    /** Clocks of two servers differ. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** @param secret 32 bytes or more as UTF-8 */
    public SharedSecret(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What a token turned out to be. */
    public sealed interface Judged {
        /** Signed, and not too old. */
        record True(Map<String, Object> claims) implements Judged {}

        /** Signed, but its time is over or has not come. */
        record Expired() implements Judged {}

        /** Signed by somebody else, or changed since. */
        record Forged() implements Judged {}

        /** No token at all. */
        record Unreadable() implements Judged {}
    }

    /** Whether {@code hash}, hex, is the HMAC of the text. */
    public boolean signed(String text, String hash) {
        try {
            return MessageDigest.isEqual(signature(text), HexFormat.of().parseHex(hash));
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    /** The HMAC of the text. */
    public byte[] signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Judges a JSON Web Token (RFC 7519) signed with HS256. */
    public Judged judge(String token, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
                    || !signed.verify(new MACVerifier(secret))) {
                return new Judged.Forged();
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            return holds(claims, now) ? new Judged.True(claims.getClaims()) : new Judged.Expired();
        } catch (ParseException noToken) {
            return new Judged.Unreadable();
        } catch (JOSEException notSigned) {
            return new Judged.Forged();
        }
    }

    private static boolean holds(JWTClaimsSet claims, Instant now) {
        Date until = claims.getExpirationTime();
        Date from = claims.getNotBeforeTime();
        return (until == null || now.isBefore(until.toInstant().plus(LEEWAY)))
                && (from == null || !now.isBefore(from.toInstant().minus(LEEWAY)));
    }
}

package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.security.SharedSecret.Judged;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another server signed, and what others only say it did. */
class SharedSecretTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    private final SharedSecret secret = new SharedSecret(SECRET);

    @Test
    void aTokenOfOursIsTrueWhileItsTimeLasts() throws JOSEException {
        String token = token(SECRET, JWSAlgorithm.HS256, NOW);
        assertThat(secret.judge(token, NOW.minusSeconds(10)))
                .isInstanceOfSatisfying(
                        Judged.True.class, known -> assertThat(known.claims()).containsEntry("sub", "C-17"));
        assertThat(secret.judge(token, NOW.plus(Duration.ofMinutes(2)))).isEqualTo(new Judged.Expired());
    }

    @Test
    void anotherSecretAnotherAlgorithmAndAChangedByteAreForged() throws JOSEException {
        assertThat(secret.judge(token("x" + SECRET, JWSAlgorithm.HS256, NOW), NOW))
                .isEqualTo(new Judged.Forged());
        assertThat(secret.judge(token(SECRET, JWSAlgorithm.HS512, NOW), NOW)).isEqualTo(new Judged.Forged());
        String[] parts = token(SECRET, JWSAlgorithm.HS256, NOW).split("\\.", -1);
        String other = new PlainJWT(new JWTClaimsSet.Builder().subject("C-18").build()).serialize();
        assertThat(secret.judge(parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2], NOW))
                .isEqualTo(new Judged.Forged());
    }

    @Test
    void aTokenWithoutASignatureIsNotRead() {
        String plain = new PlainJWT(new JWTClaimsSet.Builder().subject("C-17").build()).serialize();
        assertThat(secret.judge(plain, NOW)).isEqualTo(new Judged.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "....", "{}", "eyJhbGciOiJIUzI1NiJ9..", "\u0000"})
    void whatIsNoTokenIsUnreadable(String text) {
        assertThat(secret.judge(text, NOW)).isIn(new Judged.Unreadable(), new Judged.Forged());
    }

    @Test
    void aHashIsOfItsTextOnlyAndInHex() {
        // echo -n C-17 | openssl dgst -sha256 -hmac key, with the key of RFC 4231, 4.3.
        var known = new SharedSecret("Jefe");
        String hash = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assertThat(known.signed("what do ya want for nothing?", hash)).isTrue();
        assertThat(known.signed("what do ya want for nothing!", hash)).isFalse();
        assertThat(known.signed("what do ya want for nothing?", "no hex")).isFalse();
        assertThat(known.signed("what do ya want for nothing?", hash.substring(2)))
                .isFalse();
    }

    private static String token(String secret, JWSAlgorithm algorithm, Instant until) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject("C-17")
                .expirationTime(Date.from(until))
                .build();
        var signed = new SignedJWT(new JWSHeader(algorithm), claims);
        signed.sign(new MACSigner(secret));
        return signed.serialize();
    }
}

package chat.beseda.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5 and appendix A, and keys that are none. */
class EnvelopeTest {
    private static final String BROWSER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String OWN =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String OWN_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String ENVELOPE =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A"
                    + "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void theWordsOfTheStandardAreSealedAsInTheStandard() throws GeneralSecurityException {
        ECPublicKey point = Curve.key(bytes(OWN));
        var secret = KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(OWN_SECRET)), point.getParams()));
        byte[] words = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);

        byte[] sealed = Envelope.seal(words, bytes(BROWSER), bytes(SECRET), new KeyPair(point, secret), bytes(SALT));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(ENVELOPE);
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        byte[] beside = bytes(BROWSER);
        beside[64] ^= 1;
        assertThatThrownBy(() -> Curve.key(beside)).isInstanceOf(GeneralSecurityException.class);
        byte[] compressed = bytes(BROWSER);
        compressed[0] = 2;
        assertThatThrownBy(() -> Curve.key(compressed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Curve.key(new byte[65])).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Curve.key(new byte[64])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aPointIsWrittenAsItWasRead() throws GeneralSecurityException {
        assertThat(Curve.bytes(Curve.key(bytes(BROWSER)))).isEqualTo(bytes(BROWSER));
        for (int i = 0; i < 200; i++) {
            byte[] point = Curve.bytes((ECPublicKey) Curve.newKeys().getPublic());
            assertThat(Curve.bytes(Curve.key(point))).isEqualTo(point);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}

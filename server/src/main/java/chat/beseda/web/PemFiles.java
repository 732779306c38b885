package chat.beseda.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate chain and its private key as PEM files, the way every certificate authority hands them out. */
public record PemFiles(Path chain, Path key) {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final char[] IN_MEMORY = new char[0];

    /**
     * Reads both files into a key store in memory.
     *
     * @throws IllegalArgumentException when a file cannot be read or is not what it should be; the message names it
     */
    public KeyStore read() {
        try (InputStream certificates = Files.newInputStream(chain)) {
            Certificate[] chained = CertificateFactory.getInstance("X.509")
                    .generateCertificates(certificates)
                    .toArray(Certificate[]::new);
            if (chained.length == 0) {
                throw new IllegalArgumentException("%s holds no certificate in PEM form".formatted(chain));
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("beseda", privateKey(), IN_MEMORY, chained);
            return store;
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalArgumentException(
                    "the certificate %s with the key %s cannot be used: %s".formatted(chain, key, failure.getMessage()),
                    failure);
        }
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        Matcher block = PRIVATE_KEY.matcher(Files.readString(key));
        if (!block.find()) {
            throw new IllegalArgumentException(
                    "%s holds no \"BEGIN PRIVATE KEY\" block; convert it: openssl pkcs8 -topk8 -nocrypt -in KEY"
                            .formatted(key));
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException another) {
                // The file does not say its algorithm outside the encoding: the next one is tried.
            }
        }
        throw new IllegalArgumentException("%s is a key of none of the kinds %s".formatted(key, ALGORITHMS));
    }
}

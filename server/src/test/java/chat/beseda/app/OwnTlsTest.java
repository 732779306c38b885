package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.web.PemFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void speaksHttp2AndTakesARenewedCertificateWithoutARestart() throws Exception {
        KeyStore first = makePemFiles("EC");
        Configuration configuration = Configuration.of(Settings.read(Map.of(
                "BESEDA_DATA", folder.toString(),
                "BESEDA_PORT", "0",
                "BESEDA_HOST", "127.0.0.1",
                "BESEDA_TLS_CERTIFICATE", folder.resolve("chain.pem").toString(),
                "BESEDA_TLS_KEY", folder.resolve("key.pem").toString())));
        try (var server =
                new WebServer(configuration, config -> config.routes.get("/", context -> context.result("hello")))) {
            server.open();
            server.rereadCertificate();
            assertThat(ask(server.port(), first).version()).isEqualTo(HttpClient.Version.HTTP_2);

            KeyStore renewed = makePemFiles("RSA");
            Files.setLastModifiedTime(folder.resolve("chain.pem"), FileTime.fromMillis(1_000));
            server.rereadCertificate();

            var served = (X509Certificate)
                    ask(server.port(), renewed).sslSession().orElseThrow().getPeerCertificates()[0];
            assertThat(served.getPublicKey().getAlgorithm()).isEqualTo("RSA");
        }
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws Exception {
        makePemFiles("EC");
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----");
        assertThatThrownBy(() -> new PemFiles(folder.resolve("chain.pem"), folder.resolve("key.pem")).read())
                .hasMessageContaining("key.pem")
                .hasMessageContaining("openssl pkcs8");
    }

    private static HttpResponse<String> ask(int port, KeyStore trusted) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    /** Makes a self-signed pair with the JDK's own tool and writes it the way authorities hand it out. */
    private KeyStore makePemFiles(String algorithm) throws Exception {
        Path store = folder.resolve(algorithm + ".p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(tool.waitFor())
                .as(new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Key key = keys.getKey("test", PASSWORD);
        Certificate certificate = keys.getCertificate("test");
        Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(folder.resolve("chain.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("test", certificate);
        return trusted;
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
    }
}

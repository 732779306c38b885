package chat.beseda.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The port people knock at: plain HTTP/1.1 (behind a proxy, or at home), or our own TLS with HTTP/2. */
public final class Doors {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MS = TimeUnit.SECONDS.toMillis(60);

    private Doors() {}

    /** HTTP/1.1 without TLS. */
    public static ServerConnector plain(Server server, HttpConfiguration http, String host, int port) {
        return listening(new ServerConnector(server, 1, 1, new HttpConnectionFactory(careful(http))), host, port);
    }

    /** TLS 1.2 and 1.3 with HTTP/2 and HTTP/1.1. The returned factory is told to {@code reload} when the files change. */
    public static ServerConnector secure(
            Server server, HttpConfiguration http, String host, int port, SslContextFactory.Server certificates) {
        HttpConfiguration secured = careful(http);
        secured.addCustomizer(new SecureRequestCustomizer(false));
        var http1 = new HttpConnectionFactory(secured);
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        var http2 = new HTTP2ServerConnectionFactory(secured);
        http2.setMaxConcurrentStreams(128);
        var tls = new SslConnectionFactory(certificates, alpn.getProtocol());
        return listening(new ServerConnector(server, 1, 1, tls, alpn, http2, http1), host, port);
    }

    /** The certificate of our own TLS, from PEM files. */
    public static SslContextFactory.Server certificates(PemFiles files) {
        var certificates = new SslContextFactory.Server();
        certificates.setKeyStore(files.read());
        certificates.setKeyStorePassword("");
        certificates.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        certificates.setSniRequired(false);
        return certificates;
    }

    private static HttpConfiguration careful(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        return http;
    }

    private static ServerConnector listening(ServerConnector connector, String host, int port) {
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptQueueSize(1_024);
        return connector;
    }
}

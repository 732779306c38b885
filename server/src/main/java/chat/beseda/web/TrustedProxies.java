package chat.beseda.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} only from proxies on the list. The client is the rightmost
 * address that is not itself such a proxy: what stands further left was written by whoever wanted to.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
    private final Set<InetAddress> trusted;

    /** @throws IllegalArgumentException when an entry is not an IP address */
    public TrustedProxies(Set<String> addresses) {
        this.trusted = addresses.stream().map(TrustedProxies::parse).collect(Collectors.toUnmodifiableSet());
    }

    boolean isTrusted(InetAddress address) {
        return trusted.contains(address);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || !trusted.contains(peer.getAddress())) {
            return request;
        }
        @Nullable InetSocketAddress client = client(request.getHeaders().getValuesList("X-Forwarded-For"));
        boolean secure = "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
        return client == null && !secure ? request : new Forwarded(request, client, secure);
    }

    private @Nullable InetSocketAddress client(List<String> headers) {
        List<String> hops = headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .toList();
        for (String hop : hops.reversed()) {
            try {
                InetAddress address = parse(hop.strip());
                if (!trusted.contains(address)) {
                    return new InetSocketAddress(address, 0);
                }
            } catch (IllegalArgumentException notAnAddress) {
                return null;
            }
        }
        return null;
    }

    private static InetAddress parse(String text) {
        if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("\"%s\" is not an IP address".formatted(text));
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException failure) {
            throw new IllegalArgumentException("\"%s\" is not an IP address".formatted(text), failure);
        }
    }

    private static final class Forwarded extends Request.Wrapper {
        private final @Nullable InetSocketAddress client;
        private final boolean secure;

        Forwarded(Request request, @Nullable InetSocketAddress client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public HttpURI getHttpURI() {
            return secure ? HttpURI.build(super.getHttpURI()).scheme("https").asImmutable() : super.getHttpURI();
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            ConnectionMetaData direct = super.getConnectionMetaData();
            @Nullable InetSocketAddress real = client;
            return real == null
                    ? direct
                    : new ConnectionMetaData.Wrapper(direct) {
                        @Override
                        public SocketAddress getRemoteSocketAddress() {
                            return real;
                        }
                    };
        }
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between clients and server and misbehaves as networks do. Thread-safe; a change holds at once for all connections. */
final class FaultProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile boolean crumbs;
    private volatile boolean closed;

    FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("fault-proxy").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** New connections break after so many bytes of both directions together. */
    void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /** What travels to the server arrives byte by byte. */
    void crumbs(boolean on) {
        crumbs = on;
    }

    /** Every connection ends with a reset, on both sides. */
    void resetAll() {
        links.forEach(Link::reset);
    }

    /** The server's ends vanish; the clients are not told. */
    void halfOpenAll() {
        links.forEach(Link::halfOpen);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException ended) {
                if (!closed) {
                    throw new IllegalStateException("the proxy's door broke", ended);
                }
            }
        }
    }

    private void join(Socket client) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            var link = new Link(client, server, cutAfter);
            links.add(link);
            Thread.ofVirtual().start(() -> link.pump(client, server, true));
            link.pump(server, client, false);
        } catch (IOException noServer) {
            closeQuietly(client);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is closed, which is what was wanted.
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private final long most;
        private final AtomicLong carried = new AtomicLong();
        private volatile boolean half;

        Link(Socket client, Socket server, long most) {
            this.client = client;
            this.server = server;
            this.most = most;
        }

        void pump(Socket from, Socket to, boolean toServer) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    carry(buffer, count, out, toServer);
                }
            } catch (IOException broken) {
                // The other end learns of it below.
            }
            if (!half || toServer) {
                closeQuietly(client);
                closeQuietly(server);
                links.remove(this);
            }
        }

        private void carry(byte[] bytes, int count, OutputStream out, boolean toServer) throws IOException {
            if (half) {
                return;
            }
            long before = carried.getAndAdd(count);
            int allowed = Math.clamp(most - before, 0, count);
            int step = crumbs && toServer ? 1 : Math.max(1, allowed);
            for (int at = 0; at < allowed; at += step) {
                out.write(bytes, at, Math.min(step, allowed - at));
            }
            if (allowed < count) {
                reset();
                throw new IOException("cut after " + most + " bytes");
            }
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException already) {
                // Closed before; a reset is no longer possible.
            }
            closeQuietly(client);
            closeQuietly(server);
        }

        void halfOpen() {
            half = true;
            closeQuietly(server);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        resetAll();
    }
}

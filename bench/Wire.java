import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The client's end of one WebSocket, as a browser would speak it. Lives on its {@link Loop}'s thread. */
final class Wire {
    private static final byte[] MASK = {0x37, 0x1f, 0x5a, 0x42};
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    /**
     * Where to knock.
     *
     * @param from the own address, so that the server sees different visitors
     * @param receiveBuffer bytes the kernel keeps for us, 0 leaves it to the kernel
     */
    record Door(String from, int port, String path, String origin, String agent, int receiveBuffer) {}

    /** Who is told. Each is called on the loop's thread. */
    interface Listener {
        void opened(Wire wire);

        void received(Wire wire, byte[] frame);

        /** The last call. The code is 0 when the server said none. */
        void ended(Wire wire, int code, String why);
    }

    private final Loop loop;
    private final Door door;
    private final Listener listener;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private SocketChannel channel;
    private SelectionKey key;
    private byte[] left = new byte[0];
    private ByteArrayOutputStream parts;
    private boolean upgraded;
    private boolean ended;

    Wire(Loop loop, Door door, Listener listener) {
        this.loop = loop;
        this.door = door;
        this.listener = listener;
    }

    void connect(Selector selector) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (door.receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, door.receiveBuffer);
        }
        channel.bind(new InetSocketAddress(door.from, 0));
        boolean now = channel.connect(Loop.address("127.0.0.1", door.port));
        key = channel.register(selector, now ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (now) {
            handshake();
        }
    }

    private void handshake() throws IOException {
        String request =
                """
                GET %s HTTP/1.1
                Host: 127.0.0.1:%d
                Connection: Upgrade
                Pragma: no-cache
                Cache-Control: no-cache
                User-Agent: %s
                Upgrade: websocket
                Origin: %s
                Sec-WebSocket-Version: 13
                Accept-Encoding: gzip, deflate, br, zstd
                Accept-Language: ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

                """.formatted(door.path, door.port, door.agent, door.origin).replace("\n", "\r\n");
        transmit(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    void ready(SelectionKey ready) {
        try {
            if (ready.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                handshake();
            }
            if (ready.isValid() && ready.isWritable()) {
                flush();
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
        } catch (IOException trouble) {
            end(0, String.valueOf(trouble.getMessage()));
        }
    }

    private void read() throws IOException {
        ByteBuffer buffer = loop.reading().clear();
        buffer.put(left);
        int count = channel.read(buffer);
        if (count < 0) {
            end(0, "the server closed the connection");
            return;
        }
        buffer.flip();
        if (upgraded || answered(buffer)) {
            while (!ended && frame(buffer)) {
                // The next one may be whole, too.
            }
        }
        left = new byte[buffer.remaining()];
        buffer.get(left);
    }

    /** True when the answer to the handshake is whole and good; the buffer then stands behind it. */
    private boolean answered(ByteBuffer buffer) {
        for (int at = buffer.position() + 3; at < buffer.limit(); at++) {
            if (buffer.get(at) == '\n' && buffer.get(at - 2) == '\n') {
                byte[] head = new byte[at + 1];
                buffer.get(head);
                String text = new String(head, StandardCharsets.US_ASCII);
                upgraded = text.startsWith("HTTP/1.1 101 ");
                if (!upgraded || text.toLowerCase().contains("permessage-deflate")) {
                    end(0, text.lines().findFirst().orElse("") + (upgraded ? " with permessage-deflate" : ""));
                    return false;
                }
                listener.opened(this);
                return true;
            }
        }
        return false;
    }

    /** Takes one frame out of the buffer; false when it isn't whole yet. */
    private boolean frame(ByteBuffer buffer) {
        int start = buffer.position();
        int there = buffer.remaining();
        if (there < 2) {
            return false;
        }
        int shortSize = buffer.get(start + 1) & 0x7f;
        int head = shortSize == 126 ? 4 : shortSize == 127 ? 10 : 2;
        if (there < head) {
            return false;
        }
        int size = shortSize == 126
                ? buffer.getShort(start + 2) & 0xffff
                : shortSize == 127 ? (int) buffer.getLong(start + 2) : shortSize;
        if (there < head + size) {
            return false;
        }
        int first = buffer.get(start);
        byte[] payload = new byte[size];
        buffer.position(start + head).get(payload);
        taken((first & 0x80) != 0, first & 0x0f, payload);
        return true;
    }

    private void taken(boolean last, int kind, byte[] payload) {
        switch (kind) {
            case PING -> transmit(framed(PONG, payload));
            case PONG -> {}
            case CLOSE -> {
                int code = payload.length < 2 ? 0 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
                transmit(framed(CLOSE, payload));
                end(code, "closed by the server");
            }
            default -> {
                if (last && parts == null) {
                    listener.received(this, payload);
                    return;
                }
                parts = parts == null ? new ByteArrayOutputStream() : parts;
                parts.writeBytes(payload);
                if (last) {
                    byte[] whole = parts.toByteArray();
                    parts = null;
                    listener.received(this, whole);
                }
            }
        }
    }

    void send(byte[] text) {
        if (!ended) {
            transmit(framed(TEXT, text));
        }
    }

    private static ByteBuffer framed(int kind, byte[] payload) {
        int size = payload.length;
        ByteBuffer frame = ByteBuffer.allocate(size + 8);
        frame.put((byte) (0x80 | kind));
        if (size < 126) {
            frame.put((byte) (0x80 | size));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) size);
        }
        frame.put(MASK);
        for (int at = 0; at < size; at++) {
            frame.put((byte) (payload[at] ^ MASK[at & 3]));
        }
        return frame.flip();
    }

    private void transmit(ByteBuffer bytes) {
        unsent.add(bytes);
        try {
            flush();
        } catch (IOException trouble) {
            loop.execute(() -> end(0, String.valueOf(trouble.getMessage())));
        }
    }

    private void flush() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer first = unsent.peek();
            channel.write(first);
            if (first.hasRemaining()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
                return;
            }
            unsent.remove();
        }
        if (key.isValid()) {
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    /** Stops or goes on reading: a slow reader. */
    void reading(boolean on) {
        if (!ended && key.isValid()) {
            key.interestOps(on ? SelectionKey.OP_READ : 0);
        }
    }

    /** Drops the connection with a reset, as a dying network would. */
    void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException already) {
            // It is broken as it should be.
        }
        end(0, "reset by us");
    }

    void end(int code, String why) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException already) {
            // There is nothing left to close.
        }
        listener.ended(this, code, why);
    }
}

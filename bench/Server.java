import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Beseda (or another server that answers /health/ready) in a process of its own. */
final class Server implements AutoCloseable {
    static final String EMAIL = "admin@example.com";
    static final String PASSWORD = "a long enough password";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final int port;
    private final Path log;
    private final long firstAnswerNanos;

    private Server(Process process, int port, Path log, long begun) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        this.log = log;
        awaitReady();
        this.firstAnswerNanos = System.nanoTime() - begun;
    }

    /** Starts the installed product on the data folder, set up unattended, and returns when it is ready. */
    static Server start(Run run, Product product, Path data, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(run, product, data, freePort(), settings);
    }

    static Server start(Run run, Product product, Path data, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        var builder = new ProcessBuilder(product.launcher().toString(), "run");
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("BESEDA_") && !name.equals("BESEDA_JAVA_OPTS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("BESEDA_PORT", String.valueOf(port));
        environment.put("BESEDA_HOST", "127.0.0.1");
        environment.put("BESEDA_DATA", data.toString());
        environment.put("BESEDA_ADMIN_EMAIL", EMAIL);
        environment.put("BESEDA_ADMIN_PASSWORD", PASSWORD);
        environment.put("BESEDA_LOG_LEVEL", "warn");
        // All of our visitors are new and come at once from a few addresses.
        environment.put("BESEDA_NEWCOMERS_PER_ADDRESS", "1000000");
        environment.putAll(settings);
        return launch(run.children(), builder, port, data.resolveSibling(data.getFileName() + ".log"));
    }

    /** Starts any server that will answer on the port. */
    static Server launch(Children children, ProcessBuilder builder, int port, Path log)
            throws IOException, InterruptedException {
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long begun = System.nanoTime();
        return new Server(children.start(builder), port, log, begun);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the server did not start:\n" + said());
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** The log without what Java has to say about its cache. */
    private String said() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.contains("[aot]") && line.length() < 1_000)
                .limit(40)
                .collect(Collectors.joining("\n"));
    }

    /** True when /health/ready says 200 now. */
    boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                            .formatted(port)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(12);
            return new String(head, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    double firstAnswerMillis() {
        return firstAnswerNanos / 1e6;
    }

    /** Collects garbage twice, so that what is gone is really gone. */
    void collectGarbage() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
    }

    long residentKb() throws IOException {
        return Machine.residentKb(pid());
    }

    /** Live and dead objects together; call it after {@link #collectGarbage}. */
    long heapKb() throws IOException, InterruptedException {
        long sum = 0;
        for (String line : jcmd("GC.heap_info").lines().toList()) {
            var used = USED.matcher(line);
            boolean metadata = line.contains("Metaspace") || line.contains("class space");
            if (!metadata && line.contains("total") && used.find()) {
                sum += Long.parseLong(used.group(1));
            }
        }
        return sum;
    }

    String jcmd(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(pid()));
        command.addAll(java.util.List.of(words));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd: " + answer);
        }
        return answer;
    }

    /** As the power going, for the process. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end and waits; true when it did in time. */
    boolean stopPolitely(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            if (process.isAlive() && !stopPolitely(Duration.ofSeconds(15))) {
                kill();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

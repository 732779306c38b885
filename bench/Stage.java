import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A server with its crowd behind a proxy, where scenes of trouble are played. Every client keeps a {@link Journal}. */
final class Stage implements AutoCloseable {
    /** The server says that somebody left 10 s after his last line. */
    private static final long LEFT_MILLIS = 11_500;

    final Run run;
    final Random random;
    final Loop loop;
    final FaultProxy proxy;
    final Crowd crowd;
    final Chatter chatter;
    final List<Journal> journals = new ArrayList<>();
    final Percentiles ready = new Percentiles();
    final Percentiles synced = new Percentiles();
    private final Product product;
    private final Path data;
    private final int port;
    private Server server;

    Stage(Run run, Path data, long seed, Crowd.Shape shape) throws IOException, InterruptedException {
        this.run = run;
        this.random = new Random(seed);
        this.product = Product.ready(run);
        this.data = data;
        this.port = Server.freePort();
        this.server = start();
        this.loop = new Loop("crowd");
        this.proxy = new FaultProxy(port);
        this.crowd = new Crowd(loop, server, proxy.port(), shape, Talker.Manner.IN_A_HURRY, random, this::journal);
        this.chatter = new Chatter(crowd, new Random(seed));
        crowd.gather();
        crowd.begin(Texts.line(0));
        loop.execute(chatter::begin);
    }

    private Journal journal(String client, boolean visitor) {
        var journal = new Journal(client, visitor);
        journals.add(journal);
        return journal;
    }

    private Server start() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "BESEDA_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                // Behind the proxy everybody has the same address.
                "BESEDA_CONNECTIONS_PER_ADDRESS",
                "100000");
        return Server.start(run, product, data, port, settings);
    }

    Server server() {
        return server;
    }

    /** The server dies without a word and comes back on the same folder. */
    void killAndRestart() throws IOException, InterruptedException {
        server.kill();
        server = start();
        ready.add((long) (server.firstAnswerMillis() * 1e6));
        long begun = System.nanoTime();
        everybodyLives();
        synced.add(System.nanoTime() - begun);
    }

    void everybodyLives() throws IOException, InterruptedException {
        crowd.await("on line", crowd.everybody(), Talker::live);
    }

    /** All send what they still have and see what there is to see; then the server ends and the database is read. */
    StoredLog settle() throws IOException, InterruptedException, SQLException {
        loop.execute(chatter::end);
        everybodyLives();
        crowd.await("without unsent words", crowd.everybody(), talker -> talker.unacknowledged() == 0);
        // Once more hello for all: afterwards nobody can have missed anything.
        helloAgain(crowd.everybody());
        crowd.leave(crowd.visitors);
        // That he has left is the last that is written down of a visitor, for operators only.
        Thread.sleep(LEFT_MILLIS);
        helloAgain(crowd.operators);
        crowd.leave(crowd.operators);
        server.close();
        return StoredLog.ofSqlite(data.resolve("beseda.db"));
    }

    private void helloAgain(List<? extends Talker> talkers) throws IOException, InterruptedException {
        proxy.resetAll();
        Thread.sleep(500);
        crowd.await("on line", talkers, Talker::live);
    }

    @Override
    public void close() throws IOException {
        server.close();
        loop.close();
        proxy.close();
    }
}

package chat.beseda.crowd;

import chat.beseda.visitors.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of a simulated visitor, from hello to good-bye: keeps the heart beating while he reads, thinks and types. */
final class Connection implements AutoCloseable {
    private static final Duration WELCOME_WITHIN = Duration.ofSeconds(10);

    private final Lines.Line line;
    private final Mailbox<Heard> heard;
    private @Nullable String visit;
    private boolean gone;

    private Connection(Lines.Line line, Mailbox<Heard> heard) {
        this.line = line;
        this.heard = heard;
    }

    /**
     * Opens a line and is welcomed.
     *
     * @param hello as a loader or as a panel
     * @throws IOException when the server does not want to hear of us
     */
    static Connection open(Lines lines, Mailbox<Heard> heard, String origin, Shop shop, Browser browser, Said hello)
            throws IOException, InterruptedException {
        var connection = new Connection(lines.open(shop.site().key(), origin, browser, heard), heard);
        connection.say(hello);
        if (!connection.listen(WELCOME_WITHIN, frame -> {}, () -> connection.visit != null)) {
            connection.close();
            throw new IOException("no welcome from the server within " + WELCOME_WITHIN);
        }
        return connection;
    }

    /** What the server wants to be shown the next time. */
    @Nullable
    String visit() {
        return visit;
    }

    boolean isGone() {
        return gone;
    }

    void say(Said frame) {
        if (!gone) {
            line.send(frame);
        }
    }

    void move(Page page) {
        say(Said.moved(page));
    }

    /** Spends time on the page; ends early when it is enough or the line is gone. */
    boolean listen(Duration time, Consumer<JsonNode> reader, BooleanSupplier enough) throws InterruptedException {
        heard.read(time, item -> take(item, reader), () -> gone || enough.getAsBoolean());
        return !gone && enough.getAsBoolean();
    }

    private void take(Heard item, Consumer<JsonNode> reader) {
        switch (item) {
            case Heard.Gone _ -> gone = true;
            case Heard.Frame(JsonNode frame) -> {
                String type = frame.path("t").asString("");
                if (type.equals("beat")) {
                    say(Said.beat());
                } else if (type.equals("welcome")) {
                    visit = frame.path("visit").asString();
                }
                reader.accept(frame);
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}

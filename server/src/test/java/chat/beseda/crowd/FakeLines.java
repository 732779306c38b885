package chat.beseda.crowd;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server in memory: welcomes everybody, acknowledges every message, and answers what a test wants. A frame is among
 * {@link FakeLine#said} only after it was answered, so that what a test tells next comes behind the answer. Thread-safe.
 */
final class FakeLines implements Lines {
    static final String KEY = "conversation-key-22ch";
    private static final JsonMapper JSON = new JsonMapper();

    final List<FakeLine> opened = new CopyOnWriteArrayList<>();

    @Override
    public Line open(String site, String origin, Browser browser, Mailbox<Heard> heard) {
        var line = new FakeLine(site, origin, heard);
        opened.add(line);
        return line;
    }

    /** The newest line. */
    FakeLine last() {
        return opened.getLast();
    }

    static final class FakeLine implements Line {
        final String site;
        final String origin;
        final List<Said> said = new CopyOnWriteArrayList<>();
        private final Mailbox<Heard> heard;
        private volatile boolean closed;
        private long seq = 1;

        FakeLine(String site, String origin, Mailbox<Heard> heard) {
            this.site = site;
            this.origin = origin;
            this.heard = heard;
        }

        @Override
        public void send(Said frame) {
            switch (frame) {
                case Said.Hello _ -> tell(Map.of("t", "welcome", "visit", "visit-1"));
                case Said.Send send -> acknowledge(send);
                case Said.Moved _, Said.End _, Said.Typing _, Said.Seen _, Said.Invited _, Said.Beat _ -> {}
            }
            said.add(frame);
        }

        private void acknowledge(Said.Send send) {
            tell(Map.of("t", "ack", "cid", send.cid(), "conversation", KEY, "stream", "public", "seq", ++seq));
        }

        /** An operator's words. */
        void answer(String text) {
            event(Map.of("kind", "operator", "id", "7"), Map.of("type", "message", "text", text));
        }

        void closeConversation() {
            event(Map.of("kind", "operator", "id", "7"), Map.of("type", "closed", "by", "operator"));
        }

        void tell(Map<String, ?> frame) {
            heard.put(new Heard.Frame(JSON.valueToTree(frame)));
        }

        private void event(Map<String, ?> author, Map<String, ?> body) {
            var event = Map.of("seq", ++seq, "at", 0, "author", author, "body", body);
            tell(Map.of("t", "events", "conversation", KEY, "events", List.of(event)));
        }

        Said.Hello hello() {
            return (Said.Hello) said.getFirst();
        }

        List<Said.Send> messages() {
            return said.stream()
                    .filter(Said.Send.class::isInstance)
                    .map(Said.Send.class::cast)
                    .toList();
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

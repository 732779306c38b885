import chat.beseda.events.ClosedBy;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventText;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Conversations that are over, with every event of their logs, as rows. The archive is not made of them yet. */
final class Past {
    static final int MESSAGES = 10;
    private static final int EVENTS = MESSAGES + 3;
    private static final int VISITORS = 50_000;
    private static final int SYSTEM = 0;
    private static final int VISITOR = 1;
    private static final int OPERATOR = 2;
    private static final List<Long> OPERATORS = Installation.operators();

    private final Connection connection;
    private final long site;
    private final Talks talks = new Talks();
    private final Random random = new Random(3);

    Past(Connection connection, long site) {
        this.connection = connection;
        this.site = site;
    }

    void fill(long from, long until, int number) throws SQLException {
        visitors();
        long step = (until - from) / number;
        for (int at = 0; at < number; at += 1_000) {
            some(from + at * step, step, at, Math.min(1_000, number - at));
        }
    }

    private void visitors() throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO visitor (id, site_id, number, first_seen_at, last_seen_at, visits) VALUES (?, ?, ?, 0, 0, 1)")) {
            for (int at = 1; at <= VISITORS; at++) {
                add(row, (long) at, site, 1_000_000L + at);
            }
            row.executeBatch();
        }
        connection.commit();
    }

    private void some(long from, long step, int first, int number) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement("""
                        INSERT INTO conversation (id, visitor_key, site_id, visitor_id, owner_id, version, opened_at, taken_at,
                            closed_at, closed_by, public_top, internal_top, visitor_seen, operator_seen, language)
                        VALUES (?, ?, ?, ?, ?, 3, ?, ?, ?, 'operator', ?, 0, ?, ?, 'ru')
                        """);
                PreparedStatement event = connection.prepareStatement("""
                        INSERT INTO event (conversation_id, stream, seq, at, author_kind, author_id, client_id, body)
                        VALUES (?, 0, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (int at = 0; at < number; at++) {
                one(from + at * step, first + at, head, event);
            }
            head.executeBatch();
            event.executeBatch();
        }
        connection.commit();
    }

    private void one(long opened, int number, PreparedStatement head, PreparedStatement event) throws SQLException {
        long id = IdSource.firstAt(opened) + number % 1_000;
        long visitor = 1 + random.nextInt(VISITORS);
        long operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        long closed = opened + Duration.ofMinutes(20).toMillis();
        add(
                head,
                id,
                "key" + id,
                site,
                visitor,
                operator,
                opened,
                opened + 15_000,
                closed,
                (long) EVENTS,
                (long) EVENTS,
                (long) EVENTS);
        var page = new Page("https://shop.example/catalogue/" + number % 500, "Каталог", "");
        add(event, id, 1L, opened, SYSTEM, 0L, null, EventText.of(new EventBody.Opened(page)));
        long at = opened;
        for (int seq = 2; seq < EVENTS; seq++) {
            at += 5_000 + random.nextInt(90_000);
            // The first words are a visitor's, then an operator comes.
            boolean asked = seq == 2 || seq > 3 && random.nextBoolean();
            String body = seq == 3
                    ? EventText.of(new EventBody.Joined(new OperatorId(operator)))
                    : EventText.of(new EventBody.Message(asked ? talks.ofVisitor() : talks.ofOperator()));
            int author = seq == 3 ? SYSTEM : asked ? VISITOR : OPERATOR;
            add(
                    event,
                    id,
                    (long) seq,
                    at,
                    author,
                    author(author, visitor, operator),
                    seq == 3 ? null : "%022d".formatted(seq),
                    body);
        }
        add(event, id, (long) EVENTS, closed, SYSTEM, 0L, null, EventText.of(new EventBody.Closed(ClosedBy.OPERATOR)));
    }

    private static long author(int kind, long visitor, long operator) {
        return kind == SYSTEM ? 0 : kind == VISITOR ? visitor : operator;
    }

    private static void add(PreparedStatement row, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            row.setObject(at + 1, values[at]);
        }
        row.addBatch();
    }
}

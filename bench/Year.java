import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What the archive, the visits and the shifts of a company come to after so many days, as rows. */
final class Year {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int ANSWERS = 4;
    private static final int VISITORS = 200_000;
    private static final List<Long> OPERATORS = Installation.operators();

    private final Connection connection;
    private final long site;
    private final Random random = new Random(1);
    private long last = 1_000_000;

    Year(Connection connection, long site) {
        this.connection = connection;
        this.site = site;
    }

    /** @param until the first moment that is not filled */
    void fill(long until, int days, int conversationsADay) throws SQLException {
        visitors();
        for (int back = days; back > 0; back--) {
            long from = until - back * DAY;
            conversations(from, conversationsADay);
            visits(from, conversationsADay);
            shifts(from);
            connection.commit();
        }
    }

    private void visitors() throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO visitor (id, site_id, number, first_seen_at, last_seen_at, visits) VALUES (?, ?, ?, 0, 0, 1)")) {
            for (int at = 1; at <= VISITORS; at++) {
                row.setLong(1, at);
                row.setLong(2, site);
                row.setLong(3, 1_000_000 + at);
                row.addBatch();
                if (at % 5_000 == 0) {
                    row.executeBatch();
                }
            }
        }
        connection.commit();
    }

    private void conversations(long day, int number) throws SQLException {
        try (PreparedStatement talk = connection.prepareStatement("""
                        INSERT INTO archive_conversation (conversation_id, site_id, visitor_id, opened_at, closed_at,
                            first_answer_ms, answers, answer_sum_ms, visitor_messages, operator_messages, files, hand_overs, missed,
                            score, language, page, page_title, country, region, city, source, log_public, log_internal)
                        VALUES (?, ?, ?, ?, ?, ?, 4, 100000, 5, 5, 0, 0, 0, ?, 'ru', ?, '', 'RU', '', ?, ?, 14, 0)
                        """);
                PreparedStatement head = connection.prepareStatement("""
                        INSERT INTO conversation (id, visitor_key, site_id, visitor_id, version, opened_at, closed_at, closed_by,
                            public_top, internal_top, visitor_seen, operator_seen)
                        VALUES (?, ?, ?, ?, 3, ?, ?, 'operator', 14, 0, 14, 14)
                        """);
                PreparedStatement holding = connection.prepareStatement("""
                        INSERT INTO archive_holding (conversation_id, nth, operator_id, site_id, from_at, until_at, ended, answers,
                            answer_sum_ms)
                        VALUES (?, 0, ?, ?, ?, ?, 'closed', 4, 100000)
                        """);
                PreparedStatement answer = connection.prepareStatement("""
                        INSERT INTO archive_answer (conversation_id, seq, operator_id, site_id, at, wait_ms, open_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
                PreparedStatement offer = connection.prepareStatement("""
                        INSERT INTO offer_log (conversation_id, offered_at, operator_id, ended_at, site_id, outcome)
                        VALUES (?, ?, ?, ?, ?, 'missed')
                        """)) {
            for (int at = 0; at < number; at++) {
                one(day + random.nextLong(DAY), talk, head, holding, answer, offer);
            }
            for (PreparedStatement rows : List.of(head, talk, holding, answer, offer)) {
                rows.executeBatch();
            }
        }
    }

    private void one(
            long opened,
            PreparedStatement talk,
            PreparedStatement head,
            PreparedStatement holding,
            PreparedStatement answer,
            PreparedStatement offer)
            throws SQLException {
        long id = ++last;
        long visitor = 1 + random.nextInt(VISITORS);
        long operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        long closed = opened + 300_000 + random.nextLong(1_200_000);
        long waited = random.nextLong(200_000);
        Integer score = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : null;
        String page = "https://shop.example/catalogue/" + random.nextInt(500) + "?from=mail";
        add(talk, id, site, visitor, opened, closed, waited, score, page, "Город " + random.nextInt(100), source());
        add(head, id, "key" + id, site, visitor, opened, closed);
        add(holding, id, operator, site, opened + 10_000, closed);
        for (int seq = 0; seq < ANSWERS; seq++) {
            long wait = seq == 0 ? waited : random.nextLong(200_000);
            add(answer, id, seq, operator, site, opened + seq * 60_000L, wait, wait);
        }
        if (random.nextInt(15) == 0) {
            add(offer, id, opened, operator, opened + 30_000, site);
        }
    }

    private String source() {
        return List.of("", "ya.ru", "google.com", "mail").get(random.nextInt(4));
    }

    /** Three visits for a conversation, and a goal for every tenth of these. */
    private void visits(long day, int number) throws SQLException {
        try (PreparedStatement visit = connection.prepareStatement("""
                        INSERT INTO visit (id, visitor_id, site_id, started_at, last_at, pages, entry, referrer)
                        VALUES (?, ?, ?, ?, ?, 3, NULL, '')
                        """);
                PreparedStatement goal = connection.prepareStatement("""
                        INSERT INTO goal (id, site_id, visitor_id, at, name, value) VALUES (?, ?, ?, ?, 'order', ?)
                        """)) {
            for (int at = 0; at < number * 3; at++) {
                long begun = day + random.nextLong(DAY);
                long visitor = 1 + random.nextInt(VISITORS);
                add(visit, ++last, visitor, site, begun, begun);
                if (at % 30 == 0) {
                    add(goal, last, site, visitor, begun, 1_500.0);
                }
            }
            visit.executeBatch();
            goal.executeBatch();
        }
    }

    /** Everybody works nine hours a day with a break. */
    private void shifts(long day) throws SQLException {
        try (PreparedStatement shift = connection.prepareStatement("""
                INSERT INTO operator_shift (operator_id, from_at, until_at, state, cause) VALUES (?, ?, ?, ?, 'own')
                """)) {
            for (long operator : OPERATORS) {
                long begun = day + 6 * HOUR + random.nextLong(HOUR);
                add(shift, operator, begun, begun + 4 * HOUR, "online");
                add(shift, operator, begun + 4 * HOUR, begun + 5 * HOUR, "away");
                add(shift, operator, begun + 5 * HOUR, begun + 9 * HOUR, "online");
                add(shift, operator, begun + 9 * HOUR, begun + 9 * HOUR, "off");
            }
            shift.executeBatch();
        }
    }

    private static void add(PreparedStatement row, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            row.setObject(at + 1, values[at]);
        }
        row.addBatch();
    }
}

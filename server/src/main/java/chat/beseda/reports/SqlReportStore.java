package chat.beseda.reports;

import chat.beseda.worktime.Interval;
import chat.beseda.worktime.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Reads what figures are made of, and keeps packed days. */
final class SqlReportStore {
    static final long DAY = 86_400_000;
    private static final int DAYS_AT_ONCE = 8;

    /**
     * What is packed of a day. A claim says that it is being packed: whatever changes the day takes the claim away, and then it isn't
     * packed.
     */
    enum Kind {
        TALKS,
        VISITS,
        WORK,
        CLAIM;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The part of a time in which conversations were opened; nothing when none was. */
    Optional<Interval> opened(Handle handle, Interval time) {
        return handle.createQuery("""
                        SELECT MIN(opened_at), MAX(opened_at) FROM archive_conversation
                        WHERE opened_at >= :from AND opened_at < :until
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> {
                    long first = row.getLong(1);
                    return row.wasNull()
                            ? Optional.<Interval>empty()
                            : Optional.of(new Interval(first, row.getLong(2) + 1));
                })
                .one();
    }

    /** The conversations opened in a time, as the archive has them. */
    List<Talk> talks(Handle handle, Interval time) {
        Map<Long, Longs> holders = holders(handle, time);
        Map<Long, Answers> answers = answers(handle, time);
        return handle.createQuery("""
                        SELECT conversation_id, site_id, department_id, visitor_id, opened_at, closed_at, first_answer_ms,
                            visitor_messages + operator_messages AS messages, hand_overs, missed, score, page, city, source,
                            language
                        FROM archive_conversation WHERE opened_at >= :from AND opened_at < :until ORDER BY opened_at
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> {
                    long id = row.getLong("conversation_id");
                    Answers answered = answers.getOrDefault(id, Answers.none());
                    return talk(row, holders.getOrDefault(id, new Longs()), answered);
                })
                .list();
    }

    private static Talk talk(ResultSet row, Longs holders, Answers answers) throws SQLException {
        String page = row.getString("page");
        int end = page.indexOf('?') < 0 ? page.length() : page.indexOf('?');
        return new Talk(
                row.getLong("site_id"),
                optional(row, "department_id"),
                row.getLong("visitor_id"),
                row.getLong("opened_at"),
                optional(row, "closed_at"),
                optional(row, "first_answer_ms"),
                row.getInt("messages"),
                row.getInt("hand_overs"),
                row.getInt("missed") == 1,
                row.getInt("score"),
                page.substring(0, end),
                row.getString("city"),
                row.getString("source"),
                row.getString("language"),
                holders,
                answers.who(),
                answers.waits(),
                answers.openWaits());
    }

    private static Map<Long, Longs> holders(Handle handle, Interval time) {
        Map<Long, Longs> holders = new HashMap<>();
        handle.createQuery("""
                        SELECT h.conversation_id, h.operator_id
                        FROM archive_conversation c CROSS JOIN archive_holding h
                        WHERE c.opened_at >= :from AND c.opened_at < :until AND h.conversation_id = c.conversation_id
                        ORDER BY h.conversation_id, h.nth
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                .forEach(row ->
                        holders.computeIfAbsent(row[0], id -> new Longs()).add(row[1]));
        return holders;
    }

    /** Answers of one conversation, as {@link Talk} has them. */
    private record Answers(Longs who, Longs waits, Longs openWaits) {
        static Answers none() {
            return new Answers(new Longs(), new Longs(), new Longs());
        }

        void add(long operator, long waited, long open) {
            who.add(operator);
            waits.add(waited);
            openWaits.add(open);
        }
    }

    private static Map<Long, Answers> answers(Handle handle, Interval time) {
        Map<Long, Answers> answers = new HashMap<>();
        handle.createQuery("""
                        SELECT a.conversation_id, a.operator_id, a.wait_ms, a.open_ms
                        FROM archive_conversation c CROSS JOIN archive_answer a
                        WHERE c.opened_at >= :from AND c.opened_at < :until AND a.conversation_id = c.conversation_id
                        ORDER BY a.conversation_id, a.seq
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)})
                .forEach(row ->
                        answers.computeIfAbsent(row[0], id -> Answers.none()).add(row[1], row[2], row[3]));
        return answers;
    }

    private static long optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Talk.NONE : value;
    }

    /** Visits begun in a time: rows of site, first moment of a quarter of an hour, and how many. */
    List<long[]> visits(Handle handle, Interval time) {
        return handle.createQuery("""
                        SELECT site_id, started_at / 900000 AS quarter, COUNT(*)
                        FROM visit WHERE started_at >= :from AND started_at < :until
                        GROUP BY site_id, started_at / 900000
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2) * 900_000, row.getLong(3)})
                .list();
    }

    /** Rows of site, day since 1970, shown, accepted, refused. */
    List<long[]> invitations(Handle handle, long firstDay, long lastDay) {
        return handle.createQuery("""
                        SELECT site_id, day, SUM(shown), SUM(accepted), SUM(refused) FROM outreach_figure
                        WHERE day >= :first AND day <= :last GROUP BY site_id, day
                        """)
                .bind("first", firstDay)
                .bind("last", lastDay)
                .map((row, context) ->
                        new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)})
                .list();
    }

    /** Rows of operator, moment and site of offers that were let go by. */
    List<long[]> offersMissed(Handle handle, Interval time) {
        return handle.createQuery("""
                        SELECT operator_id, ended_at, site_id FROM offer_log
                        WHERE outcome = 'missed' AND ended_at >= :from AND ended_at < :until
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .list();
    }

    /** A goal that a visitor reached; the value is null where the site told none. */
    record Reached(long site, long visitor, long at, String name, Optional<Double> value) {}

    List<Reached> goals(Handle handle, Interval time) {
        return handle.createQuery("""
                        SELECT site_id, visitor_id, at, name, value FROM goal WHERE at >= :from AND at < :until
                        """)
                .bind("from", time.from())
                .bind("until", time.until())
                .map((row, context) -> {
                    double value = row.getDouble("value");
                    return new Reached(
                            row.getLong("site_id"),
                            row.getLong("visitor_id"),
                            row.getLong("at"),
                            row.getString("name"),
                            row.wasNull() ? Optional.empty() : Optional.of(value));
                })
                .list();
    }

    /** Tells packed days, each with its number since 1970, in their order; a few at a time, for a year of them is much memory. */
    void packed(Handle handle, long firstDay, long lastDay, Kind kind, BiConsumer<Long, byte[]> each) {
        for (long first = firstDay; first <= lastDay; first += DAYS_AT_ONCE) {
            few(handle, first, Math.min(lastDay, first + DAYS_AT_ONCE - 1), kind, each);
        }
    }

    private static void few(Handle handle, long firstDay, long lastDay, Kind kind, BiConsumer<Long, byte[]> each) {
        handle.createQuery(
                        "SELECT day, body FROM archive_packed WHERE kind = :kind AND day >= :first AND day <= :last ORDER BY day")
                .bind("kind", kind.stored())
                .bind("first", firstDay)
                .bind("last", lastDay)
                .map((row, context) -> Map.entry(row.getLong(1), row.getBytes(2)))
                .forEach(row -> each.accept(row.getKey(), row.getValue()));
    }

    /** The first day since 1970 of which there is anything. */
    Optional<Long> firstDay(Handle handle) {
        return handle.createQuery("""
                        SELECT MIN(at) FROM (SELECT MIN(opened_at) AS at FROM archive_conversation
                            UNION ALL SELECT MIN(started_at) FROM visit
                            UNION ALL SELECT MIN(from_at) FROM operator_shift) AS beginnings
                        """).mapTo(Long.class).findFirst().map(at -> Math.floorDiv(at, DAY));
    }

    /** Days that are packed whole. */
    Set<Long> packedDays(Handle handle) {
        return new HashSet<>(handle.createQuery(
                        "SELECT day FROM archive_packed WHERE kind <> 'claim' GROUP BY day HAVING COUNT(*) = 3")
                .mapTo(Long.class)
                .list());
    }

    /** Begins to pack a day. */
    void claim(Handle handle, long day) {
        put(handle, Kind.CLAIM, day, new byte[0]);
    }

    /** What is packed of a day, read before it is written. */
    Map<Kind, byte[]> read(Handle handle, long day, List<Quarter> work) {
        var time = new Interval(day * DAY, (day + 1) * DAY);
        return Map.of(
                Kind.TALKS,
                PackedTalks.pack(time.from(), talks(handle, time)),
                Kind.VISITS,
                PackedVisits.pack(time.from(), visits(handle, time)),
                Kind.WORK,
                PackedWork.pack(time.from(), work));
    }

    /** Packs a claimed day, unless it has changed since; returns whether it hasn't. */
    boolean pack(Handle handle, long day, Map<Kind, byte[]> packed) {
        boolean same = handle.createUpdate("DELETE FROM archive_packed WHERE kind = 'claim' AND day = :day")
                        .bind("day", day)
                        .execute()
                == 1;
        if (same) {
            packed.forEach((kind, body) -> put(handle, kind, day, body));
        }
        return same;
    }

    private static void put(Handle handle, Kind kind, long day, byte[] body) {
        handle.createUpdate("""
                        INSERT INTO archive_packed (kind, day, body) VALUES (:kind, :day, :body)
                        ON CONFLICT (kind, day) DO UPDATE SET body = excluded.body
                        """)
                .bind("kind", kind.stored())
                .bind("day", day)
                .bind("body", body)
                .execute();
    }
}

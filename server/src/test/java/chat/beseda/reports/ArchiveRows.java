package chat.beseda.reports;

import chat.beseda.storage.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts rows where reports look for them, as the archive and others do. */
final class ArchiveRows {
    private final Database database;
    private long last;

    ArchiveRows(Database database) {
        this.database = database;
    }

    static Talk held(long visitor, long opened, long operator) {
        return new Talk(
                1,
                Talk.NONE,
                visitor,
                opened,
                opened + 60_000,
                Talk.NONE,
                2,
                0,
                false,
                0,
                "",
                "",
                "",
                "ru",
                Longs.of(operator),
                Longs.of(),
                Longs.of(),
                Longs.of());
    }

    void add(List<Talk> talks) {
        database.write(transaction -> {
            talks.forEach(talk -> add(transaction.handle(), ++last, talk));
            return true;
        });
    }

    private static void add(Handle handle, long id, Talk talk) {
        handle.createUpdate("""
                        INSERT INTO archive_conversation (conversation_id, site_id, department_id, visitor_id, opened_at,
                            closed_at, first_answer_ms, answers, answer_sum_ms, visitor_messages, operator_messages, files,
                            hand_overs, missed, score, language, page, page_title, country, region, city, source, log_public,
                            log_internal)
                        VALUES (:id, :site, :department, :visitor, :opened, :closed, :first, 0, 0, :messages, 0, 0,
                            :handOvers, :missed, :score, :language, :page, '', '', '', :city, :source, 1, 1)
                        """)
                .bind("id", id)
                .bind("site", talk.site())
                .bind("department", known(talk.department()))
                .bind("visitor", talk.visitor())
                .bind("opened", talk.opened())
                .bind("closed", known(talk.closed()))
                .bind("first", known(talk.firstAnswer()))
                .bind("messages", talk.messages())
                .bind("handOvers", talk.handOvers())
                .bind("missed", talk.missed() ? 1 : 0)
                .bind("score", talk.score() == 0 ? null : (Integer) talk.score())
                .bind("language", talk.language())
                .bind("page", talk.page() + (id % 2 == 0 ? "?utm=1" : ""))
                .bind("city", talk.city())
                .bind("source", talk.source())
                .execute();
        addHolds(handle, id, talk);
        addAnswers(handle, id, talk);
    }

    private static void addHolds(Handle handle, long id, Talk talk) {
        for (int nth = 0; nth < talk.holders().count(); nth++) {
            long from = talk.opened() + nth * 60_000L;
            handle.execute("""
                    INSERT INTO archive_holding (conversation_id, nth, operator_id, site_id, from_at, until_at, ended, answers,
                        answer_sum_ms)
                    VALUES (?, ?, ?, ?, ?, ?, 'closed', 0, 0)
                    """, id, nth, talk.holders().get(nth), talk.site(), from, from + 60_000);
        }
    }

    private static void addAnswers(Handle handle, long id, Talk talk) {
        for (int seq = 0; seq < talk.waits().count(); seq++) {
            handle.execute(
                    """
                    INSERT INTO archive_answer (conversation_id, seq, operator_id, site_id, at, wait_ms, open_ms)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    seq,
                    talk.answerers().get(seq),
                    talk.site(),
                    talk.opened(),
                    talk.waits().get(seq),
                    talk.openWaits().get(seq));
        }
    }

    private static @Nullable Long known(long value) {
        return value == Talk.NONE ? null : (Long) value;
    }

    /** As the archive does when a conversation of that day changes. */
    void unpack(long moment) {
        database.write(transaction -> transaction
                .handle()
                .execute(
                        "DELETE FROM archive_packed WHERE kind IN ('talks', 'claim') AND day = ?",
                        Math.floorDiv(moment, SqlReportStore.DAY)));
    }

    private void visitor(Handle handle, long id, long site) {
        handle.execute("""
                INSERT INTO visitor (id, site_id, number, first_seen_at, last_seen_at, visits) VALUES (?, ?, ?, 0, 0, 1)
                ON CONFLICT (id) DO NOTHING
                """, id, site, id);
    }

    void visit(long id, long site, String begun) {
        long at = Instant.parse(begun).toEpochMilli();
        database.write(transaction -> {
            visitor(transaction.handle(), 1_000 + id, site);
            return transaction.handle().execute("""
                            INSERT INTO visit (id, visitor_id, site_id, started_at, last_at, pages, referrer)
                            VALUES (?, ?, ?, ?, ?, 1, '')
                            """, id, 1_000 + id, site, at, at);
        });
    }

    void invitations(long site, LocalDate day, int shown, int accepted, int refused) {
        database.write(transaction -> transaction
                .handle()
                .execute(
                        "INSERT INTO outreach_figure VALUES (?, 'rule', ?, ?, ?, ?, 0)",
                        site,
                        day.toEpochDay(),
                        shown,
                        accepted,
                        refused));
    }

    void goal(long id, long visitor, String at, String name, @Nullable Double value) {
        database.write(transaction -> {
            visitor(transaction.handle(), visitor, 1);
            return transaction
                    .handle()
                    .createUpdate("""
                            INSERT INTO goal (id, site_id, visitor_id, at, name, value)
                            VALUES (:id, 1, :visitor, :at, :name, :value)
                            """)
                    .bind("id", id)
                    .bind("visitor", visitor)
                    .bind("at", Instant.parse(at).toEpochMilli())
                    .bind("name", name)
                    .bind("value", value)
                    .execute();
        });
    }
}

package chat.beseda.archive;

import chat.beseda.archive.Archived.Origin;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Facts;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.storage.Dialect;
import chat.beseda.visitors.Page;
import chat.beseda.visits.Source;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What the archivist writes: a row a conversation, a row a holding and an answer, and its words in the engine's own index. */
final class SqlArchiveStore {
    private final Dialect dialect;

    SqlArchiveStore(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What else is known of a conversation than its public log.
     *
     * @param notes how many operators wrote
     */
    record Beside(Origin origin, Source source, @Nullable Integer score, int notes) {}

    /** Where the visitor was when it was opened, if that was kept. */
    Beside beside(Handle handle, Conversation conversation, int notes) {
        Facts facts = conversation.facts();
        Origin origin = handle.createQuery(
                        "SELECT country, region, city FROM conversation_origin WHERE conversation_id = :id")
                .bind("id", facts.id().value())
                .map((row, context) -> new Origin(row.getString(1), row.getString(2), row.getString(3)))
                .findOne()
                .orElse(Origin.UNKNOWN);
        Source source = handle.createQuery("""
                        SELECT entry, referrer FROM visit WHERE visitor_id = :visitor AND started_at <= :opened
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("visitor", facts.visitor().value())
                .bind("opened", facts.openedAt())
                .map((row, context) ->
                        Source.of(new Page(Objects.requireNonNullElse(row.getString(1), ""), "", row.getString(2))))
                .findOne()
                .orElse(Source.DIRECT);
        Integer score = handle.createQuery("SELECT score FROM rating WHERE conversation_id = :id")
                .bind("id", facts.id().value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(null);
        return new Beside(origin, source, score, notes);
    }

    void putOrigin(Handle handle, ConversationId id, Origin origin) {
        handle.createUpdate("""
                        INSERT INTO conversation_origin (conversation_id, country, region, city)
                        VALUES (:id, :country, :region, :city)
                        ON CONFLICT (conversation_id) DO NOTHING
                        """)
                .bind("id", id.value())
                .bind("country", origin.country())
                .bind("region", origin.region())
                .bind("city", origin.city())
                .execute();
    }

    /** Writes what a conversation comes to in place of what was written before. */
    void put(Handle handle, Conversation conversation, Summary summary, Beside beside, List<String> words) {
        long id = conversation.id().value();
        unpack(handle, conversation, summary.holdings());
        for (String table : List.of("archive_conversation", "archive_holding", "archive_answer")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE conversation_id = :id")
                    .bind("id", id)
                    .execute();
        }
        putRow(handle, conversation, summary, beside);
        putHoldings(handle, conversation.facts(), summary.holdings());
        putAnswers(handle, conversation.facts(), summary.answers());
        putWords(handle, id, words);
    }

    /** What reports have packed of its day is no longer so, nor the work of days on which somebody had it otherwise than was written. */
    private static void unpack(Handle handle, Conversation conversation, List<Holding> holdings) {
        long opened = conversation.facts().openedAt();
        Optional<Span> work = Span.between(written(handle, conversation.id()), Span.of(holdings));
        handle.createUpdate("""
                        DELETE FROM archive_packed
                        WHERE (kind IN ('talks', 'claim') AND day = :day)
                            OR (kind IN ('work', 'claim') AND day >= :first AND day <= :last)
                        """)
                .bind("day", day(opened))
                .bind("first", work.map(span -> day(span.from())).orElse(1L))
                .bind("last", work.map(span -> day(span.until())).orElse(0L))
                .execute();
    }

    private static long day(long moment) {
        return Math.floorDiv(moment, Duration.ofDays(1).toMillis());
    }

    private static List<Span> written(Handle handle, ConversationId id) {
        return handle.createQuery("""
                        SELECT operator_id, from_at, COALESCE(until_at, :ever) FROM archive_holding
                        WHERE conversation_id = :id ORDER BY nth
                        """)
                .bind("id", id.value())
                .bind("ever", Span.EVER)
                .map((row, context) -> new Span(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static void putRow(Handle handle, Conversation conversation, Summary summary, Beside beside) {
        Update row = handle.createUpdate("""
                INSERT INTO archive_conversation (conversation_id, site_id, department_id, visitor_id, opened_at,
                    closed_at, closed_by, owner_id, first_operator_id, taken_at, first_answer_ms, answers,
                    answer_sum_ms, longest_wait_ms, unanswered_ms, visitor_messages, operator_messages, files,
                    hand_overs, missed, score, language, page, page_title, country, region, city, source,
                    notes, log_public, log_internal)
                VALUES (:id, :site, :department, :visitor, :openedAt, :closedAt, :closedBy, :owner, :first, :takenAt,
                    :firstAnswer, :answers, :answerSum, :longestWait, :unanswered, :visitorMessages,
                    :operatorMessages, :files, :handOvers, :missed, :score, :language, :page, :pageTitle, :country,
                    :region, :city, :source, :notes, :logPublic, :logInternal)
                """);
        bindFacts(row, conversation);
        bindSummary(row, summary, conversation instanceof Conversation.Closed);
        row.bind("score", beside.score())
                .bind("country", beside.origin().country())
                .bind("region", beside.origin().region())
                .bind("city", beside.origin().city())
                .bind("source", beside.source().site())
                .bind("notes", beside.notes())
                .execute();
    }

    private static void bindFacts(Update row, Conversation conversation) {
        Facts facts = conversation.facts();
        DepartmentId department = facts.department();
        Conversation.Closed closed = conversation instanceof Conversation.Closed ended ? ended : null;
        row.bind("id", facts.id().value())
                .bind("site", facts.site().value())
                .bind("department", department == null ? null : Long.valueOf(department.value()))
                .bind("visitor", facts.visitor().value())
                .bind("openedAt", facts.openedAt())
                .bind("closedAt", closed == null ? null : Long.valueOf(closed.closedAt()))
                .bind("closedBy", closed == null ? null : closed.by().name().toLowerCase(Locale.ROOT))
                .bind("owner", number(conversation.owner()))
                .bind("language", facts.language())
                .bind("logPublic", facts.publicTop())
                .bind("logInternal", facts.internalTop());
    }

    private static void bindSummary(Update row, Summary summary, boolean over) {
        List<OperatorId> operators = summary.operators();
        Page page = summary.page();
        row.bind("first", operators.isEmpty() ? null : number(operators.getFirst()))
                .bind("takenAt", summary.takenAt())
                .bind("firstAnswer", summary.firstAnswer())
                .bind("answers", summary.answers().size())
                .bind("answerSum", summary.answerSum())
                .bind("longestWait", summary.longestWait())
                .bind("unanswered", summary.unanswered())
                .bind("visitorMessages", summary.visitorMessages())
                .bind("operatorMessages", summary.operatorMessages())
                .bind("files", summary.files())
                .bind("handOvers", summary.handOvers())
                .bind("missed", summary.missed(over) ? 1 : 0)
                .bind("page", page == null ? "" : page.url())
                .bind("pageTitle", page == null ? "" : page.title());
    }

    private static @Nullable Long number(@Nullable OperatorId operator) {
        return operator == null ? null : Long.valueOf(operator.value());
    }

    private static void putHoldings(Handle handle, Facts facts, List<Holding> holdings) {
        if (holdings.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO archive_holding (conversation_id, nth, operator_id, site_id, from_at, until_at, ended,
                    first_answer_at, last_answer_at, answers, answer_sum_ms, longest_wait_ms)
                VALUES (:id, :nth, :operator, :site, :from, :until, :ended, :firstAnswerAt, :lastAnswerAt, :answers,
                    :answerSum, :longestWait)
                """);
        for (int nth = 0; nth < holdings.size(); nth++) {
            Holding holding = holdings.get(nth);
            rows.bind("id", facts.id().value())
                    .bind("nth", nth)
                    .bind("operator", holding.operator().value())
                    .bind("site", facts.site().value())
                    .bind("from", holding.from())
                    .bind("until", holding.until())
                    .bind("ended", holding.ended().stored())
                    .bind("firstAnswerAt", holding.firstAnswerAt())
                    .bind("lastAnswerAt", holding.lastAnswerAt())
                    .bind("answers", holding.answers())
                    .bind("answerSum", holding.answerSum())
                    .bind("longestWait", holding.longestWait())
                    .add();
        }
        rows.execute();
    }

    private static void putAnswers(Handle handle, Facts facts, List<Summary.Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO archive_answer (conversation_id, seq, operator_id, site_id, at, wait_ms)
                VALUES (:id, :seq, :operator, :site, :at, :wait)
                """);
        for (Summary.Answer answer : answers) {
            rows.bind("id", facts.id().value())
                    .bind("seq", answer.seq())
                    .bind("operator", answer.operator().value())
                    .bind("site", facts.site().value())
                    .bind("at", answer.at())
                    .bind("wait", answer.waited())
                    .add();
        }
        rows.execute();
    }

    private void putWords(Handle handle, long id, List<String> words) {
        switch (dialect) {
            case SQLITE ->
                handle.createUpdate("INSERT OR REPLACE INTO archive_words (rowid, words) VALUES (:id, :words)")
                        .bind("id", id)
                        .bind("words", String.join(" ", words))
                        .execute();
            case POSTGRES ->
                handle.createUpdate("""
                                INSERT INTO archive_words (conversation_id, words) VALUES (:id, CAST(:words AS tsvector))
                                ON CONFLICT (conversation_id) DO UPDATE SET words = excluded.words
                                """)
                        .bind("id", id)
                        .bind("words", vector(words))
                        .execute();
        }
    }

    /** As PostgreSQL writes what its index holds: each word with its places, of which it keeps 256 below 16,384. */
    private static String vector(List<String> words) {
        Map<String, StringBuilder> places = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            StringBuilder list = places.computeIfAbsent(words.get(at), word -> new StringBuilder());
            if (at < 16_383 && list.length() < 1_200) {
                list.append(list.isEmpty() ? ":" : ",").append(at + 1);
            }
        }
        return places.entrySet().stream()
                .map(word -> "'" + word.getKey() + "'" + word.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Ids of those whose summary is older than their log or isn't there, below an id, the newest first. */
    List<ConversationId> behind(Handle handle, long before, int limit) {
        return handle.createQuery("""
                        SELECT c.id FROM conversation c
                        LEFT JOIN archive_conversation a ON a.conversation_id = c.id
                        WHERE c.id < :before AND (a.conversation_id IS NULL OR a.log_public <> c.public_top
                            OR a.log_internal <> c.internal_top
                            OR (a.closed_at IS NULL AND c.closed_at IS NOT NULL))
                        ORDER BY c.id DESC LIMIT :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new ConversationId(row.getLong(1)))
                .list();
    }

    boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT 1 FROM archive_conversation LIMIT 1")
                .mapTo(Integer.class)
                .findFirst()
                .isEmpty();
    }

    long all(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM conversation")
                .mapTo(Long.class)
                .one();
    }

    /** Tells the engine what is there now, for it to choose by; SQLite chooses without. */
    void settle(Handle handle) {
        if (dialect == Dialect.POSTGRES) {
            handle.execute("ANALYZE archive_conversation, archive_holding, archive_answer, archive_words");
        }
    }

    /** Forgets everything that can be made anew. */
    void clear(Handle handle) {
        String tables = "archive_conversation, archive_holding, archive_answer, archive_packed";
        switch (dialect) {
            case SQLITE -> {
                List.of(tables.split(", ")).forEach(table -> handle.execute("DELETE FROM " + table));
                handle.execute("INSERT INTO archive_words (archive_words) VALUES ('delete-all')");
            }
            case POSTGRES -> handle.execute("TRUNCATE " + tables + ", archive_words");
        }
    }
}

package chat.beseda.requests;

import chat.beseda.operators.OperatorId;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requestkinds.Nature;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Dialect;
import chat.beseda.storage.Documents;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code request}, {@code request_words} and {@code request_event}. */
final class SqlRequestStore {
    static final String COLUMNS = """
            r.id, r.kind_id, r.nature, r.site_id, r.visitor_id, r.cid, r.client_id, r.name, r.phone, r.email, r.body, r.document,
            r.slot_at, r.minutes, r.zone, r.language, r.page, r.arrived_at, r.state, r.owner_id, r.claimed_at, r.outcome,
            r.done_at, r.snoozed_until, r.due_at, r.remind_at, r.attempts, r.conversation_id, r.merged_into
            """;

    private static final String PHONE = "[\\s+()-]*(\\d[\\s()-]*){5,15}";

    private final Dialect dialect;

    SqlRequestStore(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What lies in a document. */
    record Said(List<Left.Answer> answers, List<Left.Consent> consents) {}

    Optional<Request> byId(Handle handle, RequestId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM request r WHERE r.id = :id")
                .bind("id", id.value())
                .map((row, context) -> request(row))
                .findOne();
    }

    /** The same for changing it: nobody else does until the transaction ends. */
    Optional<Request> held(Handle handle, RequestId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM request r WHERE r.id = :id " + dialect.holdingRows())
                .bind("id", id.value())
                .map((row, context) -> request(row))
                .findOne();
    }

    Optional<Request> bySender(Handle handle, VisitorId visitor, String cid) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM request r WHERE r.visitor_id = :visitor AND r.cid = :cid")
                .bind("visitor", visitor.value())
                .bind("cid", cid)
                .map((row, context) -> request(row))
                .findOne();
    }

    /** Lets one transaction after the other give away the times of a kind. */
    void holdSlots(Handle handle, KindId kind) {
        handle.createQuery("SELECT id FROM request_kind WHERE id = :id " + dialect.holdingRows())
                .bind("id", kind.value())
                .mapTo(Long.class)
                .list();
    }

    /** How many calls are ordered for which time. */
    Map<Long, Integer> taken(Handle handle, KindId kind, long from) {
        return handle.createQuery("""
                        SELECT slot_at, COUNT(*) AS calls FROM request
                        WHERE kind_id = :kind AND slot_at >= :from AND state <> 'done' GROUP BY slot_at
                        """)
                .bind("kind", kind.value())
                .bind("from", from)
                .map((row, context) -> Map.entry(row.getLong("slot_at"), row.getInt("calls")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void add(Handle handle, Request request) {
        Left left = request.left();
        Update insert = handle.createUpdate("""
                        INSERT INTO request (id, kind_id, nature, site_id, visitor_id, cid, client_id, name, phone, email, body,
                            document, slot_at, minutes, zone, language, page, arrived_at, state, owner_id, claimed_at, outcome,
                            done_at, snoozed_until, due_at, remind_at, attempts, conversation_id, merged_into)
                        VALUES (:id, :kind, :nature, :site, :visitor, :cid, :client, :name, :phone, :email, :body,
                            :document, :slot, :minutes, :zone, :language, :page, :arrived, :state, :owner, :claimed, :outcome,
                            :done, :snoozed, :due, :remind, :attempts, :conversation, :merged)
                        """);
        standing(insert, request)
                .bind("kind", left.kind().value())
                .bind("nature", stored(left.nature()))
                .bind("site", left.keys().site().value())
                .bind("visitor", left.keys().visitor().value())
                .bind("cid", left.cid())
                .bind("client", left.keys().client())
                .bind("name", left.name())
                .bind("phone", left.keys().phone())
                .bind("email", left.keys().email())
                .bind("body", left.text())
                .bind("document", Documents.text(new Said(left.answers(), left.consents())))
                .bind("slot", left.slot())
                .bind("minutes", left.minutes())
                .bind("zone", left.zone())
                .bind("language", left.language())
                .bind("page", left.page())
                .bind("arrived", left.arrivedAt())
                .execute();
        handle.createUpdate("INSERT INTO request_words (request_id, words) VALUES (:id, :words)")
                .bind("id", request.id().value())
                .bind("words", words(left))
                .execute();
    }

    /** Keeps how it stands now. */
    void put(Handle handle, Request request) {
        standing(handle.createUpdate("""
                        UPDATE request SET state = :state, owner_id = :owner, claimed_at = :claimed, outcome = :outcome,
                            done_at = :done, snoozed_until = :snoozed, due_at = :due, remind_at = :remind, attempts = :attempts,
                            conversation_id = :conversation, merged_into = :merged
                        WHERE id = :id
                        """), request).execute();
    }

    private static Update standing(Update update, Request request) {
        Standing now = request.standing();
        return update.bind("id", request.id().value())
                .bind("state", stored(now.state()))
                .bind("owner", now.owner() == null ? null : (Long) now.owner().value())
                .bind("claimed", now.claimedAt())
                .bind("outcome", now.outcome() == null ? null : stored(now.outcome()))
                .bind("done", now.doneAt())
                .bind("snoozed", now.snoozedUntil())
                .bind("due", now.dueAt())
                .bind("remind", now.remindAt())
                .bind("attempts", now.attempts())
                .bind("conversation", now.conversation())
                .bind(
                        "merged",
                        now.mergedInto() == null
                                ? null
                                : (Long) now.mergedInto().value());
    }

    void note(Handle handle, RequestId id, RequestEvent event) {
        handle.createUpdate("""
                        INSERT INTO request_event (request_id, number, at, what, operator_id, to_id, outcome, until_at, body)
                        SELECT :id, COALESCE(MAX(number), 0) + 1, CAST(:at AS BIGINT), :what, CAST(:by AS BIGINT),
                            CAST(:to AS BIGINT), :outcome, CAST(:until AS BIGINT), :body
                        FROM request_event WHERE request_id = :id
                        """)
                .bind("id", id.value())
                .bind("at", event.at())
                .bind("what", stored(event.what()))
                .bind("by", event.by() == null ? null : (Long) event.by().value())
                .bind("to", event.to() == null ? null : (Long) event.to().value())
                .bind("outcome", event.outcome() == null ? null : stored(event.outcome()))
                .bind("until", event.until())
                .bind("body", event.text())
                .execute();
    }

    List<RequestEvent> events(Handle handle, RequestId id) {
        return handle.createQuery("""
                        SELECT at, what, operator_id, to_id, outcome, until_at, body FROM request_event
                        WHERE request_id = :id ORDER BY number
                        """)
                .bind("id", id.value())
                .map((row, context) -> new RequestEvent(
                        row.getLong("at"),
                        word(RequestEvent.What.class, row.getString("what")),
                        operator(row, "operator_id"),
                        operator(row, "to_id"),
                        outcome(row),
                        number(row, "until_at"),
                        row.getString("body")))
                .list();
    }

    /** Requests that share a key with any of these; those that are not done first, then the newest. */
    List<Request> alike(Handle handle, Collection<ClientKeys> keys, boolean doneToo, int limit) {
        String wanted = doneToo ? "" : " AND state <> 'done'";
        return handle
                .createQuery("""
                        SELECT %s FROM request r WHERE r.id IN (
                            SELECT id FROM request WHERE visitor_id IN (<visitors>) %2$s
                            UNION SELECT id FROM request WHERE client_id <> '' AND client_id IN (<clients>)
                                AND site_id IN (<sites>) %2$s
                            UNION SELECT id FROM request WHERE phone <> '' AND phone IN (<phones>) %2$s
                            UNION SELECT id FROM request WHERE email <> '' AND email IN (<emails>) %2$s)
                        ORDER BY CASE r.state WHEN 'done' THEN 1 ELSE 0 END, r.id DESC LIMIT :limit
                        """.formatted(COLUMNS, wanted))
                .bindList("visitors", all(keys, each -> each.visitor().value()))
                .bindList("sites", all(keys, each -> each.site().value()))
                .bindList("clients", all(keys, ClientKeys::client))
                .bindList("phones", all(keys, ClientKeys::phone))
                .bindList("emails", all(keys, ClientKeys::email))
                .bind("limit", limit)
                .map((row, context) -> request(row))
                .stream()
                .filter(found -> keys.stream().anyMatch(found.left().keys()::areOfOne))
                .toList();
    }

    private static <T> Set<T> all(Collection<ClientKeys> keys, Function<ClientKeys, T> part) {
        return keys.stream().map(part).collect(Collectors.toSet());
    }

    /** All that are not done of the client, whatever key leads from one to the next; {@code limit} at most. */
    List<Request> ofClient(Handle handle, ClientKeys first, int limit) {
        var found = new LinkedHashMap<RequestId, Request>();
        List<ClientKeys> keys = List.of(first);
        while (!keys.isEmpty() && found.size() < limit) {
            var more = new ArrayList<ClientKeys>();
            for (Request each : alike(handle, keys, false, limit)) {
                if (found.size() < limit && found.putIfAbsent(each.id(), each) == null) {
                    more.add(each.left().keys());
                }
            }
            keys = more;
        }
        return List.copyOf(found.values());
    }

    /** Those somebody is to be told of now, which are not due for that again. */
    List<Request> remind(Handle handle, long now, int limit) {
        List<Request> due = handle.createQuery("""
                        SELECT %s FROM request r WHERE r.remind_at IS NOT NULL AND r.remind_at <= :now
                        ORDER BY r.remind_at LIMIT :limit
                        """.formatted(COLUMNS))
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> request(row))
                .list();
        if (!due.isEmpty()) {
            handle.createUpdate("UPDATE request SET remind_at = NULL WHERE id IN (<ids>)")
                    .bindList("ids", due.stream().map(each -> each.id().value()).toList())
                    .execute();
        }
        return due;
    }

    void remindAgain(Handle handle, RequestId id, long at) {
        handle.createUpdate("UPDATE request SET remind_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", id.value())
                .execute();
    }

    static Request request(ResultSet row) throws SQLException {
        var keys = new ClientKeys(
                new SiteId(row.getLong("site_id")),
                new VisitorId(row.getLong("visitor_id")),
                row.getString("client_id"),
                row.getString("phone"),
                row.getString("email"));
        Said said = Documents.read(row.getString("document"), Said.class);
        var left = new Left(
                new KindId(row.getLong("kind_id")),
                word(Nature.class, row.getString("nature")),
                keys,
                row.getString("cid"),
                row.getString("name"),
                row.getString("body"),
                said.answers(),
                said.consents(),
                number(row, "slot_at"),
                row.getInt("minutes"),
                row.getString("zone"),
                row.getString("language"),
                row.getString("page"),
                row.getLong("arrived_at"));
        return new Request(new RequestId(row.getLong("id")), left, standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Long into = number(row, "merged_into");
        return new Standing(
                word(RequestState.class, row.getString("state")),
                operator(row, "owner_id"),
                number(row, "claimed_at"),
                outcome(row),
                number(row, "done_at"),
                row.getLong("snoozed_until"),
                row.getLong("due_at"),
                number(row, "remind_at"),
                row.getInt("attempts"),
                number(row, "conversation_id"),
                into == null ? null : new RequestId(into));
    }

    private static @Nullable OperatorId operator(ResultSet row, String column) throws SQLException {
        Long id = number(row, column);
        return id == null ? null : new OperatorId(id);
    }

    private static @Nullable RequestOutcome outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null ? null : word(RequestOutcome.class, outcome);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : (Long) number;
    }

    static String stored(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String stored) {
        return Enum.valueOf(kind, stored.toUpperCase(Locale.ROOT));
    }

    /** What a request is found by. */
    private static String words(Left left) {
        var all = new ArrayList<>(
                List.of(left.name(), left.keys().phone(), left.keys().email(), left.text()));
        left.answers().forEach(answer -> all.add(answer.value()));
        return folded(all.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("\n")));
    }

    /** As words are compared. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** The words of a question, 10 at most; of a number as people write it, its digits. */
    static List<String> asked(String words) {
        if (words.matches(PHONE)) {
            String digits = words.replaceAll("\\D", "");
            return List.of(digits.length() == 11 && digits.startsWith("8") ? "7" + digits.substring(1) : digits);
        }
        return Arrays.stream(folded(words).strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(10)
                .toList();
    }
}

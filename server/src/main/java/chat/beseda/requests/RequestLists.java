package chat.beseda.requests;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.Operator;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requests.RequestQuery.Show;
import chat.beseda.requests.RequestQuery.Sort;
import chat.beseda.requests.SqlRequestLists.After;
import chat.beseda.requests.SqlRequestLists.Narrowed;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads requests, only those that the reader may see. Thread-safe. */
public final class RequestLists {
    /** Of one client that are told of. */
    private static final int MOST_OTHERS = 50;

    private static final int MOST_ALIKE = 2000;

    /** How many requests wait for somebody to see to them. */
    public record Counts(int unclaimed, int mine, int overdue, int today, int snoozed) {}

    private final Database database;
    private final SqlRequestStore store;
    private final SqlRequestLists lists = new SqlRequestLists();
    private final RequestRights rights;
    private final InstantSource clock;

    RequestLists(Database database, SqlRequestStore store, RequestRights rights, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @throws Unknown when there is none, or it is not theirs to see
     */
    public Request byId(Operator reader, RequestId id) {
        return database.read(handle -> store.byId(handle, id))
                .filter(request -> rights.mayRead(reader, request))
                .orElseThrow(() -> new Unknown("request", id));
    }

    /** What happened to it, in order. */
    public List<RequestEvent> history(RequestId id) {
        return database.read(handle -> store.events(handle, id));
    }

    /** Others of that client, those that are not done first, the newest first; 50 at most. */
    public List<Request> others(Operator reader, Request request) {
        Set<KindId> kinds = rights.kindIds(reader);
        Set<SiteId> sites = rights.sites(reader);
        return database
                .read(handle -> store.alike(handle, List.of(request.left().keys()), true, 4 * MOST_OTHERS))
                .stream()
                .filter(other -> !other.id().equals(request.id()))
                .filter(other -> kinds.contains(other.kind()) && sites.contains(other.site()))
                .limit(MOST_OTHERS)
                .toList();
    }

    /** How many others of the same client are not done, for each request. */
    public Map<RequestId, Integer> othersOf(Operator reader, Collection<Request> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        Set<KindId> kinds = rights.kindIds(reader);
        Set<SiteId> sites = rights.sites(reader);
        List<ClientKeys> keys =
                requests.stream().map(request -> request.left().keys()).toList();
        List<Request> alike = database.read(handle -> store.alike(handle, keys, false, MOST_ALIKE)).stream()
                .filter(other -> kinds.contains(other.kind()) && sites.contains(other.site()))
                .toList();
        var counts = new HashMap<RequestId, Integer>();
        for (Request request : requests) {
            long others = alike.stream()
                    .filter(other -> !other.id().equals(request.id())
                            && other.left().keys().areOfOne(request.left().keys()))
                    .count();
            counts.put(request.id(), Math.toIntExact(others));
        }
        return counts;
    }

    /**
     * How many wait for somebody.
     *
     * @param zone in which today ends
     */
    public Counts counts(Operator reader, ZoneId zone) {
        var everything = new RequestQuery(Show.ALL, Set.of(), Set.of(), null, "", zone, Sort.DUE);
        Narrowed narrowed = narrowed(reader, everything, clock.millis());
        return narrowed.isNothing()
                ? new Counts(0, 0, 0, 0, 0)
                : database.read(handle -> lists.counts(handle, narrowed));
    }

    /**
     * A part of a list.
     *
     * @param after as the part before told it; null: from the beginning. What is none begins anew.
     */
    public RequestPage list(Operator reader, RequestQuery query, @Nullable String after, int limit) {
        if (query.sort() == Sort.DAY_END && query.show() != Show.DONE && query.show() != Show.ALL) {
            return byDayEnd(reader, query, numbers(after, 5), limit);
        }
        Narrowed narrowed = narrowed(reader, query, clock.millis());
        long @Nullable [] place = numbers(after, 2);
        After last = place == null ? null : new After(place[0], place[1]);
        if (narrowed.isNothing()) {
            return new RequestPage(List.of(), null);
        }
        List<Request> found = database.read(handle -> lists.list(handle, narrowed, last, limit + 1));
        if (found.size() <= limit) {
            return new RequestPage(found, null);
        }
        Request end = found.get(limit - 1);
        return new RequestPage(
                found.subList(0, limit), key(query, end) + "." + end.id().value());
    }

    private static long key(RequestQuery query, Request request) {
        if (query.sort() == Sort.ARRIVAL) {
            return request.id().value();
        }
        Long done = request.standing().doneAt();
        return query.show() == Show.DONE && done != null
                ? done
                : request.standing().dueAt();
    }

    /**
     * Zone by zone as their days end, as of the moment when the list was begun.
     *
     * @param place that moment, the place of the zone, the last one's due time and id
     */
    private RequestPage byDayEnd(Operator reader, RequestQuery query, long @Nullable [] place, int limit) {
        long now = place == null ? clock.millis() : place[0];
        Narrowed narrowed = narrowed(reader, query, now);
        if (narrowed.isNothing()) {
            return new RequestPage(List.of(), null);
        }
        DayEnd last = place == null ? null : new DayEnd((int) place[1], place[2]);
        return database.read(handle -> {
            Map<DayEnd, List<String>> zones = new TreeMap<>();
            lists.zones(handle, narrowed)
                    .forEach(zone -> zones.computeIfAbsent(DayEnd.of(zone, now), end -> new ArrayList<>())
                            .add(zone));
            var found = new ArrayList<Request>();
            for (Map.Entry<DayEnd, List<String>> each : zones.entrySet()) {
                int order = last == null ? 1 : each.getKey().compareTo(last);
                if (order < 0) {
                    continue;
                }
                After after = order == 0 && place != null ? new After(place[3], place[4]) : null;
                found.addAll(lists.inZones(handle, narrowed, each.getValue(), after, limit + 1 - found.size()));
                if (found.size() > limit) {
                    Request end = found.get(limit - 1);
                    DayEnd there = DayEnd.of(end.left().zone(), now);
                    String next = "%d.%d.%d.%d.%d"
                            .formatted(
                                    now,
                                    there.group(),
                                    there.moment(),
                                    end.standing().dueAt(),
                                    end.id().value());
                    return new RequestPage(found.subList(0, limit), next);
                }
            }
            return new RequestPage(found, null);
        });
    }

    private Narrowed narrowed(Operator reader, RequestQuery query, long now) {
        long today = LocalDate.ofInstant(Instant.ofEpochMilli(now), query.zone())
                .plusDays(1)
                .atStartOfDay(query.zone())
                .toInstant()
                .toEpochMilli();
        return new Narrowed(
                query,
                wanted(rights.kindIds(reader), query.kinds()),
                wanted(rights.sites(reader), query.sites()),
                reader.id(),
                now,
                today);
    }

    private static <T> Set<T> wanted(Set<T> seen, Set<T> wanted) {
        var both = new HashSet<>(seen);
        if (!wanted.isEmpty()) {
            both.retainAll(wanted);
        }
        return both;
    }

    /** What stands between the points; null when it isn't so many numbers. */
    private static long @Nullable [] numbers(@Nullable String text, int count) {
        if (text == null || !text.matches("(-?\\d{1,18}\\.){%d}-?\\d{1,18}".formatted(count - 1))) {
            return null;
        }
        String[] words = text.split("\\.", -1);
        var numbers = new long[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = Long.parseLong(words[at]);
        }
        return numbers;
    }
}

package chat.beseda.inbox;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.DayEnd;
import chat.beseda.requests.Left;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestEvent;
import chat.beseda.requests.RequestId;
import chat.beseda.requests.Requests;
import chat.beseda.requests.Standing;
import chat.beseda.rest.Fields;
import chat.beseda.sites.DepartmentId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How requests are told. */
final class RequestViews {
    private static final int EXCERPT = 200;

    private final Requests requests;

    RequestViews(Requests requests) {
        this.requests = requests;
    }

    /**
     * A request.
     *
     * @param text the first characters of it in a list
     * @param zone null where unknown
     * @param dayEndsAt when the working day ends there, while there is one
     * @param others how many others of that client are not done
     */
    record Row(
            String id,
            String kind,
            String nature,
            String site,
            @Nullable String department,
            String state,
            @Nullable String owner,
            @Nullable Long claimedAt,
            @Nullable String outcome,
            @Nullable Long doneAt,
            @Nullable Long snoozedUntil,
            String name,
            String phone,
            String email,
            String text,
            @Nullable Long at,
            int minutes,
            @Nullable String zone,
            @Nullable Long dayEndsAt,
            String language,
            String page,
            long arrivedAt,
            long dueAt,
            int attempts,
            String visitor,
            @Nullable String conversation,
            @Nullable String mergedInto,
            int others) {}

    record Entry(
            long at,
            String what,
            @Nullable String by,
            @Nullable String to,
            @Nullable String outcome,
            @Nullable Long until,
            String text) {
        static Entry of(RequestEvent event) {
            return new Entry(
                    event.at(),
                    Fields.word(event.what()),
                    event.by() == null ? null : event.by().toString(),
                    event.to() == null ? null : event.to().toString(),
                    event.outcome() == null ? null : Fields.word(event.outcome()),
                    event.until(),
                    event.text());
        }
    }

    /**
     * All of a request.
     *
     * @param client the site's own id of the client, as its server signed it
     * @param claimed those that were claimed just now
     */
    record Detail(
            Row request,
            List<Left.Answer> answers,
            List<Left.Consent> consents,
            @Nullable String client,
            List<Entry> history,
            List<Row> others,
            List<String> claimed) {}

    Detail detail(Operator reader, Request request, List<RequestId> claimed, long now) {
        List<Request> others = requests.lists().others(reader, request);
        List<Request> all = Stream.concat(Stream.of(request), others.stream()).toList();
        Map<RequestId, Integer> counts = requests.lists().othersOf(reader, all);
        Left left = request.left();
        return new Detail(
                row(request, left.text(), counts.getOrDefault(request.id(), 0), now),
                left.answers(),
                left.consents(),
                left.keys().client().isEmpty() ? null : left.keys().client(),
                requests.lists().history(request.id()).stream().map(Entry::of).toList(),
                rows(others, counts, now),
                claimed.stream().map(RequestId::toString).toList());
    }

    List<Row> rows(Operator reader, List<Request> list, long now) {
        return rows(list, requests.lists().othersOf(reader, list), now);
    }

    private List<Row> rows(List<Request> list, Map<RequestId, Integer> counts, long now) {
        return list.stream()
                .map(request -> row(request, cut(request.left().text()), counts.getOrDefault(request.id(), 0), now))
                .toList();
    }

    private Row row(Request request, String text, int others, long now) {
        Left left = request.left();
        Standing standing = request.standing();
        DayEnd end = DayEnd.of(left.zone(), now);
        OperatorId owner = standing.owner();
        DepartmentId department = requests.kinds()
                .byId(request.kind())
                .map(RequestKind::draft)
                .map(draft -> draft.department())
                .orElse(null);
        return new Row(
                request.id().toString(),
                request.kind().toString(),
                Fields.word(left.nature()),
                request.site().toString(),
                department == null ? null : department.toString(),
                Fields.word(standing.state()),
                owner == null ? null : owner.toString(),
                standing.claimedAt(),
                standing.outcome() == null ? null : Fields.word(standing.outcome()),
                standing.doneAt(),
                standing.snoozedUntil() == 0 ? null : (Long) standing.snoozedUntil(),
                left.name(),
                left.keys().phone(),
                left.keys().email(),
                text,
                left.slot(),
                left.minutes(),
                left.zone().isEmpty() ? null : left.zone(),
                end.group() == 0 ? (Long) end.moment() : null,
                left.language(),
                left.page(),
                left.arrivedAt(),
                standing.dueAt(),
                standing.attempts(),
                Long.toString(left.keys().visitor().value()),
                standing.conversation() == null ? null : standing.conversation().toString(),
                standing.mergedInto() == null ? null : standing.mergedInto().toString(),
                others);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT));
    }
}

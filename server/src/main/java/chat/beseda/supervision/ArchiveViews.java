package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.Archived;
import chat.beseda.archive.Archived.Origin;
import chat.beseda.archive.Sought;
import chat.beseda.archive.Summary;
import chat.beseda.conversations.ConversationId;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.tags.TagId;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations of the archive as the console shows them, with their visitors and tags: two queries however many there are. */
final class ArchiveViews {
    private final SupervisionHouse house;

    ArchiveViews(SupervisionHouse house) {
        this.house = house;
    }

    record VisitorView(
            String id, @Nullable String number, @Nullable String name) {}

    record PageView(String url, String title) {}

    record LateView(long seq, String operator, long waitMs) {}

    /**
     * Where the words are.
     *
     * @param side {@code visitor}, {@code operator} or {@code note}
     * @param marks pairs of the first and the last character, itself no more in
     */
    record HitView(long seq, long at, String side, @Nullable String operator, String text, List<List<Integer>> marks) {}

    record RowView(
            String id,
            String site,
            @Nullable String department,
            VisitorView visitor,
            List<String> operators,
            @Nullable String owner,
            long openedAt,
            @Nullable Long closedAt,
            @Nullable Long takenAt,
            @Nullable Long firstAnswerMs,
            int answers,
            @Nullable Long longestWaitMs,
            int lateAnswers,
            @Nullable Long lateByMs,
            boolean missed,
            @Nullable Integer score,
            List<String> tags,
            int files,
            int messages,
            String city,
            String country,
            String language,
            @Nullable PageView page,
            String source,
            List<LateView> late,
            List<HitView> hits,
            List<String> hitPlaces) {}

    /**
     * Rows in the language of whoever asks.
     *
     * @param late from which wait on an answer is late, in milliseconds
     */
    List<RowView> of(List<Archived> conversations, Map<ConversationId, Archive.Hits> hits, long late, String language) {
        Map<VisitorId, Visitor> visitors = house.visitors()
                .byIds(conversations.stream().map(Archived::visitor).collect(Collectors.toSet()));
        Map<Long, List<TagId>> tags = house.conversations()
                .taggings()
                .of(conversations.stream().map(each -> each.id().value()).toList());
        return conversations.stream()
                .map(each -> row(
                        each,
                        visitor(each.visitor(), visitors.get(each.visitor())),
                        tags.getOrDefault(each.id().value(), List.of()),
                        hits.getOrDefault(each.id(), Archive.Hits.NONE),
                        late,
                        language))
                .toList();
    }

    private static VisitorView visitor(VisitorId id, @Nullable Visitor known) {
        return new VisitorView(
                Long.toString(id.value()),
                known == null ? null : Long.toString(known.number()),
                known == null ? null : known.name());
    }

    private RowView row(
            Archived each, VisitorView visitor, List<TagId> tags, Archive.Hits hits, long late, String language) {
        DepartmentId department = each.department();
        Long longest = each.longestWait();
        return new RowView(
                Long.toString(each.id().value()),
                each.site().toString(),
                department == null ? null : department.toString(),
                visitor,
                each.holdings().stream()
                        .map(holding -> holding.operator().toString())
                        .distinct()
                        .toList(),
                each.owner() == null ? null : each.owner().toString(),
                each.openedAt(),
                each.closedAt(),
                each.takenAt(),
                each.firstAnswer(),
                each.answers(),
                longest,
                each.late().size(),
                longest == null || longest <= late ? null : Long.valueOf(longest - late),
                each.missed(),
                each.score(),
                tags.stream().map(TagId::toString).toList(),
                each.files(),
                each.messages(),
                city(each.origin(), house.places(), language),
                each.origin().country(),
                each.language(),
                each.page().isEmpty() ? null : new PageView(each.page(), each.pageTitle()),
                each.source(),
                each.late().stream().map(ArchiveViews::late).toList(),
                hits.first().stream().map(ArchiveViews::hit).toList(),
                hits.all().stream().map(ArchiveViews::place).toList());
    }

    private static LateView late(Summary.Answer answer) {
        return new LateView(answer.seq(), answer.operator().toString(), answer.waited());
    }

    private static HitView hit(Archive.Hit hit) {
        Summary.Said said = hit.said();
        OperatorId operator = said.operator();
        return new HitView(
                said.seq(),
                said.at(),
                said.note() ? "note" : operator == null ? "visitor" : "operator",
                operator == null ? null : operator.toString(),
                said.text(),
                hit.marks().stream().map(ArchiveViews::pair).toList());
    }

    /** As the console's addresses name it. */
    private static String place(Archive.Place place) {
        return place.note() ? "note-" + place.seq() : Long.toString(place.seq());
    }

    private static List<Integer> pair(Sought.Mark mark) {
        return List.of(mark.from(), mark.to());
    }

    /** The city as people call it, or the next wider thing that is known. */
    static String city(Origin origin, PlaceNames names, String language) {
        if (origin.equals(Origin.UNKNOWN)) {
            return "";
        }
        var place = new Place(
                origin.country(),
                origin.region().isEmpty() ? null : origin.region(),
                origin.city().isEmpty() ? null : origin.city());
        return Stream.of(
                        names.city(place, language).orElse(""),
                        Objects.requireNonNullElse(names.region(place, language), ""),
                        place.country().isEmpty() ? "" : names.country(place, language))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}

package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.Archived;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.SiteId;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations found again. */
final class ArchiveRoutes {
    private static final int STANDARD = 30;
    private static final int MOST = 100;

    private final SupervisionHouse house;
    private final ArchiveQuestions questions;
    private final ArchiveViews views;
    private final Scope scope;

    ArchiveRoutes(SupervisionHouse house) {
        this.house = house;
        this.questions = new ArchiveQuestions(house);
        this.views = new ArchiveViews(house);
        this.scope = new Scope(house);
    }

    /**
     * What was found.
     *
     * @param next to be sent as {@code before} for the next page; null after the last one
     * @param more whether there are more than were counted
     */
    record FoundView(
            List<ArchiveViews.RowView> conversations,
            @Nullable String next,
            int total,
            boolean more) {}

    /**
     * What operators wrote to each other.
     *
     * @param seq of the internal stream
     * @param reply seq of the message it is about
     */
    record NoteView(
            long seq,
            long at,
            String operator,
            String text,
            @Nullable Long reply) {

        static NoteView of(Archive.Note note) {
            return new NoteView(note.seq(), note.at(), note.operator().toString(), note.text(), note.reply());
        }
    }

    /** @param conversation null while the archive does not have it yet */
    record OneView(ArchiveViews.@Nullable RowView conversation, List<NoteView> notes) {}

    record CityView(String name, String label, int count) {}

    record ChoicesView(List<CityView> cities, List<String> languages, List<Archive.Choice> sources) {}

    List<Route> all() {
        return List.of(
                Route.right(HandlerType.GET, "/api/archive", Permission.READ_ALL, this::find),
                Route.right(HandlerType.GET, "/api/archive/choices", Permission.READ_ALL, this::choices),
                Route.right(HandlerType.GET, "/api/archive/{id}", Permission.READ_ALL, this::one));
    }

    private FoundView find(Call call) {
        var checks = new FieldChecks();
        Archive.Question question = questions.read(call, checks);
        int limit = (int) call.number(checks, "limit", STANDARD, 1, MOST);
        long before = call.number(checks, "before", 0, 0, Long.MAX_VALUE);
        checks.refuse();
        Archive.Page page = house.archive().find(question, before == 0 ? null : Long.valueOf(before), limit);
        Archive.Total total = house.archive().count(question);
        return new FoundView(
                views.of(page.conversations(), hits(question, page.conversations()), question.late(), call.language()),
                page.next() == null ? null : page.next().toString(),
                total.count(),
                total.more());
    }

    private Map<ConversationId, Archive.Hits> hits(Archive.Question question, List<Archived> found) {
        return found.stream()
                .collect(Collectors.toMap(Archived::id, each -> house.archive().hits(each.id(), question)));
    }

    /** Whether or not the question finds it. */
    private OneView one(Call call) {
        var id = new ConversationId(call.id("conversation"));
        var checks = new FieldChecks();
        Archive.Question question = questions.read(call, checks);
        checks.refuse();
        Conversation conversation = house.conversations()
                .byId(id)
                .filter(known -> Access.mayRead(
                        call.me(), known.facts().site(), known.facts().department()))
                .orElseThrow(() -> new Unknown("conversation", id.value()));
        List<Archived> found = house.archive().byIds(List.of(conversation.id()), question.late());
        return new OneView(
                views.of(found, hits(question, found), question.late(), call.language()).stream()
                        .findFirst()
                        .orElse(null),
                house.archive().notes(id).stream().map(NoteView::of).toList());
    }

    private ChoicesView choices(Call call) {
        var checks = new FieldChecks();
        Set<SiteId> sites = scope.sites(call, checks);
        checks.refuse();
        return new ChoicesView(
                house.archive().cities(sites).stream()
                        .map(city -> new CityView(
                                city.origin().city(),
                                ArchiveViews.city(city.origin(), house.places(), call.language()),
                                city.count()))
                        .toList(),
                house.archive().languages(sites).stream()
                        .map(Archive.Choice::name)
                        .toList(),
                house.archive().sources(sites));
    }
}

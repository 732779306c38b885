package chat.beseda.visits;

import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorMoved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of steps makes of visits, so that each visit is written once however many steps it took. For one thread. */
final class Walks {
    private static final long ANOTHER_VISIT_AFTER = Duration.ofMinutes(30).toMillis();

    private final Map<VisitorId, Newest> newest;
    private final IdSource ids;
    private final Map<Long, Begun> begun = new LinkedHashMap<>();
    private final Map<Long, Newest> walked = new LinkedHashMap<>();
    private final List<View> views = new ArrayList<>();

    /** The newest visit of a visitor. */
    record Newest(long id, long lastAt, int pages) {
        Newest until(long at) {
            return new Newest(id, Math.max(lastAt, at), pages);
        }

        Newest onNext(long at) {
            return new Newest(id, at, pages + 1);
        }
    }

    /**
     * A visit that is not stored yet.
     *
     * @param another the visitor has been here before
     */
    record Begun(PresentVisitor present, long at, boolean another) {}

    /** A page of a visit, counted from 1. */
    record View(long visit, int number, Page page, long at) {}

    /** @param stored the newest visit of each visitor who has one */
    Walks(Map<VisitorId, Newest> stored, IdSource ids) {
        this.newest = new HashMap<>(stored);
        this.ids = ids;
    }

    /** Takes the next step, and tells the visit it belongs to, if any. */
    @Nullable
    Newest add(VisitorMoved step) {
        Newest visit = under(step);
        Page page = step.present().page();
        return switch (step.move()) {
            case LEFT -> visit == null ? null : note(step, visit.until(step.at()));
            case CAME, OPENED_PAGE -> {
                Newest stay = visit == null ? begin(step) : visit;
                if (page == null) {
                    yield note(step, stay);
                }
                views.add(new View(stay.id(), stay.pages() + 1, page, step.at()));
                yield note(step, stay.onNext(step.at()));
            }
        };
    }

    /** The visit that the step belongs to; null when it begins one. Who stays on line is not absent, however long he reads. */
    private @Nullable Newest under(VisitorMoved step) {
        PresentVisitor visitor = step.present();
        Newest last = newest.get(visitor.visitor());
        return last == null || visitor.since() - last.lastAt() >= ANOTHER_VISIT_AFTER ? null : last;
    }

    private Newest begin(VisitorMoved step) {
        var visit = new Newest(ids.next(), step.at(), 0);
        boolean another = newest.containsKey(step.present().visitor());
        begun.put(visit.id(), new Begun(step.present(), step.at(), another));
        return visit;
    }

    private Newest note(VisitorMoved step, Newest visit) {
        newest.put(step.present().visitor(), visit);
        walked.put(visit.id(), visit);
        return visit;
    }

    /** Visits to be added, by id. */
    Map<Long, Begun> begun() {
        return begun;
    }

    /** All visits there were steps in, as the steps leave them, by id. */
    Map<Long, Newest> walked() {
        return walked;
    }

    List<View> views() {
        return views;
    }
}

package chat.beseda.console;

import chat.beseda.lookout.Lookout;
import chat.beseda.lookout.Watch;
import chat.beseda.lookout.Window;
import chat.beseda.lookout.Wish;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.sites.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The list of visitors on one operator's screen: what it watches, and the frames that tell of it. Thread-safe. */
final class VisitorsScreen implements Lookout.Screen {
    private final OperatorLine line;
    private final OperatorHouse house;
    private @Nullable Watch watch;
    private volatile String language = "en";
    private boolean closed;

    VisitorsScreen(OperatorLine line, OperatorHouse house) {
        this.line = line;
        this.house = house;
    }

    /** @throws NumberFormatException when an id of the filter is none */
    void watch(FromOperator.Watch wanted) {
        Wish wish = VisitorRows.wish(wanted);
        Watch mine;
        synchronized (this) {
            if (closed) {
                return;
            }
            mine = watch;
            if (mine == null) {
                mine = house.watchtower().lookout().watch(this::mayBeSeen, this);
                watch = mine;
            }
        }
        language = wish.language();
        mine.wish(wish);
    }

    synchronized void unwatch() {
        if (watch != null) {
            watch.end();
            watch = null;
        }
    }

    synchronized void close() {
        closed = true;
        unwatch();
    }

    @Override
    public void window(Window window) {
        Instant now = house.clock().instant();
        List<ToOperator.VisitorRow> rows = window.rows().stream()
                .map(row -> VisitorRows.row(row, language, now))
                .toList();
        line.send(new ToOperator.VisitorsWindow(window.total(), window.from(), rows));
    }

    @Override
    public void change(Window.Change change) {
        Instant now = house.clock().instant();
        line.send(new ToOperator.VisitorsChanged(
                change.total(),
                change.gone().stream().map(id -> Long.toString(id.value())).toList(),
                change.rows().stream()
                        .map(placed ->
                                new ToOperator.PlacedVisitor(placed.at(), VisitorRows.row(placed.row(), language, now)))
                        .toList()));
    }

    private Predicate<SiteId> mayBeSeen() {
        Operator me = line.user().orElse(null);
        return site -> me != null && Access.maySee(me, site);
    }
}

package chat.beseda.visitors;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is on line, in this process's memory. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class VisitorPresence {
    public VisitorPresence(Bus bus, Timers timers, Clock clock, Duration grace) {}

    /** A line of the visitor opened. */
    public void arrived(VisitorId visitor, SiteId site, String lineId, VisitorFacts facts, @Nullable Page page) {
        throw new UnsupportedOperationException();
    }

    public void moved(String lineId, Page page) {
        throw new UnsupportedOperationException();
    }

    public void left(String lineId) {
        throw new UnsupportedOperationException();
    }

    public Optional<PresentVisitor> of(VisitorId visitor) {
        throw new UnsupportedOperationException();
    }

    public int count() {
        throw new UnsupportedOperationException();
    }
}

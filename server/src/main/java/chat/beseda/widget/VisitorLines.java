package chat.beseda.widget;

import chat.beseda.visitors.VisitorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of every visitor who is on line. Thread-safe. */
final class VisitorLines {
    /** Of one visitor, loaders and panels counted apart. */
    static final int MOST = 5;

    private final Map<VisitorId, List<VisitorLine>> lines = new ConcurrentHashMap<>();

    /** Adds a line and returns the one that has to go for it. */
    Optional<VisitorLine> add(VisitorId visitor, VisitorLine line) {
        List<VisitorLine> all = lines.compute(visitor, (id, before) -> with(before, line));
        List<VisitorLine> alike =
                all.stream().filter(other -> other.isPanel() == line.isPanel()).toList();
        return alike.size() > MOST ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    void remove(VisitorId visitor, VisitorLine line) {
        lines.computeIfPresent(visitor, (id, before) -> without(before, line));
    }

    /** Oldest first. */
    List<VisitorLine> of(VisitorId visitor) {
        return lines.getOrDefault(visitor, List.of());
    }

    void forEach(Consumer<VisitorLine> work) {
        lines.values().forEach(all -> all.forEach(work));
    }

    private static List<VisitorLine> with(@Nullable List<VisitorLine> before, VisitorLine line) {
        if (before == null) {
            return List.of(line);
        }
        var more = new ArrayList<>(before);
        more.add(line);
        return List.copyOf(more);
    }

    private static @Nullable List<VisitorLine> without(List<VisitorLine> before, VisitorLine line) {
        List<VisitorLine> fewer = before.stream().filter(other -> other != line).toList();
        return fewer.isEmpty() ? null : fewer;
    }
}

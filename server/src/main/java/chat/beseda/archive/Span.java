package chat.beseda.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From when until when an operator had a conversation; {@link #EVER} while it goes on. */
record Span(long operator, long from, long until) {
    static final long EVER = Long.MAX_VALUE;

    static List<Span> of(List<Holding> holdings) {
        return holdings.stream()
                .map(one -> new Span(one.operator().value(), one.from(), Objects.requireNonNullElse(one.until(), EVER)))
                .toList();
    }

    /** The time in which one list says otherwise than another one, told as one span of nobody; none when they say the same. */
    static Optional<Span> between(List<Span> before, List<Span> now) {
        var differing = new ArrayList<Span>();
        for (int nth = 0; nth < Math.max(before.size(), now.size()); nth++) {
            Span old = nth < before.size() ? before.get(nth) : null;
            Span other = nth < now.size() ? now.get(nth) : null;
            if (old != null && other != null && old.operator == other.operator && old.from == other.from) {
                if (old.until != other.until) {
                    differing.add(new Span(0, Math.min(old.until, other.until), Math.max(old.until, other.until)));
                }
            } else {
                differing.addAll(old == null ? List.of() : List.of(old));
                differing.addAll(other == null ? List.of() : List.of(other));
            }
        }
        return differing.stream()
                .reduce((one, two) -> new Span(0, Math.min(one.from, two.from), Math.max(one.until, two.until)));
    }
}

package chat.beseda.console;

import chat.beseda.operators.OperatorId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The lines of operators who said hello. Thread-safe. */
final class OperatorLines {
    private final Set<OperatorLine> lines = ConcurrentHashMap.newKeySet();

    void add(OperatorLine line) {
        lines.add(line);
    }

    void remove(OperatorLine line) {
        lines.remove(line);
    }

    void forEach(Consumer<OperatorLine> work) {
        lines.forEach(work);
    }

    List<OperatorLine> of(OperatorId operator) {
        return lines.stream().filter(line -> line.me().equals(operator)).toList();
    }
}
